-- Actions on so many things that they are done piece by piece after the answer.
create table platform_batch_job (
    id           bigint generated always as identity primary key,
    -- what is left is not done for somebody who is gone
    user_id      bigint      not null references platform_user on delete cascade,
    -- below the root of the API, such as device/batch/enable
    action       varchar(255) not null,
    -- the members beside the ids, of as long as they are needed
    body         text        not null,
    remote_host  varchar(255),
    -- in the order of the results, of as long as they are needed
    ids          bigint[]    not null,
    state        varchar(16) not null default 'running' check (state in ('running', 'done', 'cancelled')),
    -- why it was cancelled, when nobody did
    reason       varchar(64),
    total        integer     not null,
    done         integer     not null default 0,
    success      integer     not null default 0,
    warning      integer     not null default 0,
    skipped      integer     not null default 0,
    error        integer     not null default 0,
    -- up to there each thing is done alone, because a piece has failed
    alone_until  integer     not null default 0,
    -- of the thing that is next
    failures     integer     not null default 0,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    ended_at     timestamptz
);

create index platform_batch_job_running on platform_batch_job (updated_at) where state = 'running';
create index platform_batch_job_user on platform_batch_job (user_id);
create index platform_batch_job_ended on platform_batch_job (ended_at);

create table platform_batch_result (
    job_id         bigint     not null references platform_batch_job on delete cascade,
    place          integer    not null,
    thing_id       bigint     not null,
    representation text       not null,
    status         varchar(8) not null,
    messages       text       not null,
    primary key (job_id, place)
);
