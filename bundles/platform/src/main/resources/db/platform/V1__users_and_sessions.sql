-- People who log in to the console and the REST API.
create sequence platform_user_seq start with 50 increment by 50;
create table platform_user (
    id                             bigint primary key,
    version                        integer      not null,
    username                       varchar(255) not null constraint platform_user_username_key unique,
    password_hash                  varchar(255),
    password_changed_at            timestamptz,
    disable_password_expire        boolean      not null default false,
    enabled                        boolean      not null default false,
    enabled_expire_at              timestamptz,
    role_admin                     boolean      not null default false,
    role_smartems                  boolean      not null default false,
    role_vpn                       boolean      not null default false,
    role_vpn_endpoint_devices      boolean      not null default false,
    -- raised by whatever must end the access tokens that are out
    epoch                          integer      not null default 0,
    failed_login_attempts          integer      not null default 0,
    failed_login_attempts_at       timestamptz,
    too_many_failed_login_attempts boolean      not null default false,
    last_login_at                  timestamptz,
    created_at                     timestamptz  not null default now(),
    updated_at                     timestamptz  not null default now()
);

-- What other domains may know of a user.
create view platform_user_ref as select id, username as representation from platform_user;

create table platform_password_history (
    id            bigint generated always as identity primary key,
    user_id       bigint       not null references platform_user (id) on delete cascade,
    password_hash varchar(255) not null,
    created_at    timestamptz  not null default now()
);
create index platform_password_history_user on platform_password_history (user_id, id desc);

-- A session is the family of the refresh tokens that descend from one login.
create table platform_session (
    id         uuid        primary key,
    user_id    bigint      not null references platform_user (id) on delete cascade,
    stage      varchar(32) not null,
    -- when the user had logged in before this session began
    previous_login_at timestamptz,
    created_at timestamptz not null default now(),
    ended_at   timestamptz
);
create index platform_session_user on platform_session (user_id);

create table platform_refresh_token (
    hash       bytea       primary key,
    session_id uuid        not null references platform_session (id) on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz,
    -- answered beside the one that the client already held
    extra      boolean     not null default false
);
create index platform_refresh_token_session on platform_refresh_token (session_id);
create index platform_refresh_token_expires on platform_refresh_token (expires_at);

-- Keys that sign access tokens; the private half is sealed with a data key.
create table platform_signing_key (
    kid         varchar(64) primary key,
    public_key  bytea       not null,
    private_key bytea       not null,
    created_at  timestamptz not null default now()
);

create table platform_user_login_attempt (
    id          bigint generated always as identity primary key,
    created_at  timestamptz  not null default now(),
    username    varchar(255),
    user_id     bigint references platform_user (id) on delete set null,
    remote_host varchar(255),
    login_valid boolean      not null default false,
    totp_valid  boolean      not null default false
);
create index platform_user_login_attempt_created on platform_user_login_attempt (created_at, id);
