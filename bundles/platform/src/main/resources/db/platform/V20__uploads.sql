-- Files on their way in, and those that nobody has used yet; their bytes are in the directory of files.
create table platform_upload (
    -- SHA-256 of the token: who reads the table cannot use it
    id         varchar(64)  primary key,
    user_id    bigint       not null references platform_user (id) on delete cascade,
    purpose    varchar(64),
    filename   text         not null,
    metadata   text         not null,
    -- unknown until the client knows it
    length     bigint       check (length >= 0),
    -- bytes that are safely on the disk
    received   bigint       not null default 0 check (received >= 0 and received <= coalesce(length, received)),
    -- a part of an upload that is made of parts
    partial    boolean      not null,
    -- the parts that it was made of, as the client named them
    parts      text,
    -- of the whole content
    sha256     varchar(64)  check (sha256 is null or received = length),
    md5        varchar(32)  check ((md5 is null) = (sha256 is null)),
    created_at timestamptz  not null,
    expires_at timestamptz  not null,
    used_at    timestamptz
);
create index platform_upload_user on platform_upload (user_id);
