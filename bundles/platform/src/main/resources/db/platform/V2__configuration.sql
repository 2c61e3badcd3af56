-- One row: what an administrator sets for the whole server.
create table platform_configuration (
    id                                      integer      primary key default 1 check (id = 1),
    version                                 integer      not null default 0,
    maintenance_mode                        boolean      not null default false,
    config_generator_php                    boolean      not null default false,
    config_generator_twig                   boolean      not null default true,
    password_expire_days                    integer      not null default 0 check (password_expire_days >= 0),
    password_block_reuse_old_password_count integer      not null default 0
        check (password_block_reuse_old_password_count >= 0),
    password_minimum_length                 integer      not null default 8 check (password_minimum_length >= 1),
    password_digit_required                 boolean      not null default false,
    password_big_small_char_required        boolean      not null default false,
    password_special_char_required          boolean      not null default false,
    failed_login_attempts_enabled           boolean      not null default true,
    failed_login_attempts_limit             integer      not null default 3 check (failed_login_attempts_limit >= 1),
    failed_login_attempts_disabling_duration varchar(255) not null default '+2 hours',
    user_login_attempts_cleanup_duration    integer      not null default 7
        check (user_login_attempts_cleanup_duration >= 0)
);
insert into platform_configuration default values;
