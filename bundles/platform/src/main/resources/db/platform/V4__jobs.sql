-- Background work: who does it now, and how the last tick ended.
create table platform_job (
    name        varchar(64) primary key,
    node        uuid,
    -- a node that does not renew it in time is taken for dead
    lease_until timestamptz,
    started_at  timestamptz,
    ended_at    timestamptz,
    -- in a row, 0 after a success
    failures    integer     not null default 0,
    -- of the last tick, one line
    failure     varchar(1000)
);
