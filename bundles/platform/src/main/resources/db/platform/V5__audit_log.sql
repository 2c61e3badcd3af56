-- Who changed what: one entry for each transaction, one change for each thing.
create table platform_audit_log (
    id         bigint generated always as identity primary key,
    created_at timestamptz  not null default now(),
    -- null for the server and who works on it; no reference, for the log outlives users
    created_by bigint,
    author     varchar(255) not null
);
create index platform_audit_log_created on platform_audit_log (created_at, id);

create table platform_audit_log_change (
    id           bigint generated always as identity primary key,
    log_id       bigint       not null references platform_audit_log (id) on delete cascade,
    -- these three as in the entry, so that lists sort and filter without a join
    created_at   timestamptz  not null default now(),
    created_by   bigint,
    author       varchar(255) not null,
    type         varchar(8)   not null check (type in ('create', 'update', 'delete')),
    only_changes boolean      not null default false,
    entity_name  varchar(255) not null,
    entity_id    bigint       not null,
    old_values   text,
    new_values   text
);
create index platform_audit_log_change_log on platform_audit_log_change (log_id);
create index platform_audit_log_change_created on platform_audit_log_change (created_at, id);
create index platform_audit_log_change_entity on platform_audit_log_change (entity_name, entity_id, created_at, id);
