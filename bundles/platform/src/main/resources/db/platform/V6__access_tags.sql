create table platform_access_tag (
    id         bigint generated always as identity primary key,
    name       varchar(255) not null constraint platform_access_tag_name_key unique,
    created_at timestamptz  not null default now(),
    updated_at timestamptz  not null default now(),
    created_by bigint,
    updated_by bigint
);

create table platform_user_access_tag (
    user_id       bigint not null references platform_user (id) on delete cascade,
    access_tag_id bigint not null references platform_access_tag (id) on delete cascade,
    primary key (user_id, access_tag_id)
);
create index platform_user_access_tag_tag on platform_user_access_tag (access_tag_id);

-- What other domains may know of them.
create view platform_access_tag_ref as select id, name as representation from platform_access_tag;
create view platform_user_access_tag_ref as select user_id, access_tag_id from platform_user_access_tag;
