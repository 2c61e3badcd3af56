-- What administrators see of users; who comes by single sign-on or RADIUS, and one-time passwords, are other parts'.
alter table platform_user
    add created_by   bigint,
    add updated_by   bigint,
    add totp_enabled boolean not null default false,
    -- sealed with a data key
    add totp_secret  bytea,
    add radius_user  boolean not null default false,
    add sso_user     boolean not null default false,
    add sso_name     varchar(255);
create index platform_user_admin on platform_user (id) where role_admin;

-- Which columns of a table a person sees, and in which order.
create table platform_user_table_column (
    user_id   bigint       not null references platform_user (id) on delete cascade,
    table_key varchar(255) not null,
    position  integer      not null check (position >= 1),
    name      varchar(255) not null,
    visible   boolean      not null,
    primary key (user_id, table_key, position)
);

alter table platform_configuration add totp_enabled boolean not null default false;
