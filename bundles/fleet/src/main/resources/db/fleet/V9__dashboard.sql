-- How many contacts each hour had, by what came of them, for all devices with the same access tags together:
-- the home page reads these few rows instead of the log.
create table fleet_contact_count (
    hour        timestamptz not null,
    access_tags bigint[]    not null,
    outcome     text        not null,
    amount      bigint      not null,
    primary key (hour, access_tags, outcome)
);
create table fleet_contact_count_progress (
    id            integer primary key default 1 check (id = 1),
    counted_until timestamptz not null
);

-- Devices by all that the home page asks of them, made anew every minute while there are many.
create table fleet_device_count (
    device_type_id   bigint   not null,
    access_tags      bigint[] not null,
    enabled          boolean  not null,
    contact          text     not null,
    firmware_version text,
    amount           bigint   not null
);
create table fleet_device_count_progress (
    id         integer primary key default 1 check (id = 1),
    counted_at timestamptz not null
);

create index fleet_device_command_failed on fleet_device_command (created_at)
    where status in ('error', 'critical', 'expired');
