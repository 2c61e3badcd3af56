-- Each value is the number of a block of 10,000 ids, which the server then gives out from memory.
create sequence fleet_log_block_seq;

-- What devices said and were told. All of these tables have a partition for each day of UTC, whose name ends in the
-- day, and one for what has none yet; ids come from the blocks, so their order is not that of the time. They have no
-- foreign keys: what is logged outlives what it is about.

-- One row for each contact.
create table fleet_check_in (
    id                       bigint      not null,
    created_at               timestamptz not null,
    request_id               text        not null,
    device_id                bigint,
    device_type_id           bigint      not null,
    credential_id            bigint,
    outcome                  text        not null,
    -- whether the device was enabled
    enabled                  boolean     not null,
    work                     text,
    work_slot                smallint,
    command_name             text,
    serial_number            text,
    imsi                     text,
    imsi2                    text,
    imei                     text,
    model                    text,
    registration_id          text,
    endorsement_key          text,
    hardware_version         text,
    operator_code            text,
    band                     text,
    cell_id                  text,
    network_generation       text,
    rsrp                     text,
    rsrp_value               integer,
    ipv6_prefix              text,
    uptime                   text,
    uptime_seconds           bigint,
    cellular_ip1             text,
    cellular_uptime1         text,
    cellular_uptime_seconds1 bigint,
    cellular_ip2             text,
    cellular_uptime2         text,
    cellular_uptime_seconds2 bigint,
    firmware_version1        text,
    firmware_version2        text,
    firmware_version3        text,
    x_forwarded_for          text,
    source_ip                text,
    host                     text,
    primary key (created_at, id)
) partition by range (created_at);
create index fleet_check_in_id on fleet_check_in (id);
create index fleet_check_in_device on fleet_check_in (device_id, created_at);
create table fleet_check_in_default partition of fleet_check_in default;

-- Lines of a contact in the order of their ids; the text is made when it is read.
create table fleet_communication_log (
    id             bigint      not null,
    created_at     timestamptz not null,
    check_in_id    bigint      not null,
    device_id      bigint,
    device_type_id bigint      not null,
    -- 0 debug, 1 info, 2 warning, 3 error, 4 critical
    level          smallint    not null,
    message_id     text        not null,
    parameters     jsonb       not null,
    -- sealed
    content        bytea,
    primary key (created_at, id)
) partition by range (created_at);
create index fleet_communication_log_id on fleet_communication_log (id);
create index fleet_communication_log_device on fleet_communication_log (device_id, created_at);
create table fleet_communication_log_default partition of fleet_communication_log default;

-- Configs that devices reported.
create table fleet_config_log (
    id                   bigint      not null,
    created_at           timestamptz not null,
    -- when the same config was reported last
    updated_at           timestamptz not null,
    check_in_id          bigint      not null,
    communication_log_id bigint      not null,
    device_id            bigint      not null,
    device_type_id       bigint      not null,
    level                smallint    not null,
    slot                 smallint    not null,
    md5                  text        not null,
    -- sealed
    content              bytea       not null,
    primary key (created_at, id)
) partition by range (created_at);
create index fleet_config_log_id on fleet_config_log (id);
create index fleet_config_log_device on fleet_config_log (device_id, created_at);
create table fleet_config_log_default partition of fleet_config_log default;

create table fleet_diagnose_log (
    id                   bigint      not null,
    created_at           timestamptz not null,
    check_in_id          bigint      not null,
    communication_log_id bigint      not null,
    device_id            bigint      not null,
    device_type_id       bigint      not null,
    level                smallint    not null,
    -- sealed
    content              bytea       not null,
    primary key (created_at, id)
) partition by range (created_at);
create index fleet_diagnose_log_id on fleet_diagnose_log (id);
create index fleet_diagnose_log_device on fleet_diagnose_log (device_id, created_at);
create table fleet_diagnose_log_default partition of fleet_diagnose_log default;

create table fleet_device_command (
    id             bigint      not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    device_id      bigint      not null,
    device_type_id bigint      not null,
    name           text        not null,
    transaction_id text        not null,
    kind           text        not null,
    slot           smallint    not null,
    -- pending, success, error, critical or expired
    status         text        not null,
    error_category text,
    error_pid      text,
    error_message  text,
    expire_at      timestamptz not null,
    primary key (created_at, id)
) partition by range (created_at);
create index fleet_device_command_id on fleet_device_command (id);
create index fleet_device_command_device on fleet_device_command (device_id, created_at);
create index fleet_device_command_pending on fleet_device_command (expire_at) where status = 'pending';
create table fleet_device_command_default partition of fleet_device_command default;

create table fleet_failed_login (
    id                    bigint      not null,
    created_at            timestamptz not null,
    remote_host           text        not null,
    url                   text        not null,
    username              text        not null,
    device_type_id        bigint      not null,
    authentication_method text        not null,
    primary key (created_at, id)
) partition by range (created_at);
create index fleet_failed_login_id on fleet_failed_login (id);
create table fleet_failed_login_default partition of fleet_failed_login default;

-- sealed contents do not get smaller
alter table fleet_communication_log alter column content set storage external;
alter table fleet_config_log alter column content set storage external;
alter table fleet_diagnose_log alter column content set storage external;

-- Today and tomorrow; the job "fleet-log-partitions" goes on from there.
do $$
declare
    parent text;
    day    date;
begin
    foreach parent in array array['fleet_check_in', 'fleet_communication_log', 'fleet_config_log',
                                  'fleet_diagnose_log', 'fleet_device_command', 'fleet_failed_login'] loop
        for ahead in 0..1 loop
            day := (now() at time zone 'UTC')::date + ahead;
            execute format('create table %I partition of %I for values from (%L) to (%L)',
                parent || '_' || to_char(day, 'YYYYMMDD'), parent,
                to_char(day, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(day + 1, 'YYYY-MM-DD') || ' 00:00:00+00');
        end loop;
    end loop;
end $$;

-- Processes that hand out work. What one that is gone had under way is handed out again.
create table fleet_node (
    id      text        primary key,
    -- host and directory: a later process of the same home has replaced this one
    home    text        not null,
    seen_at timestamptz not null
);
create index fleet_device_state_delivering on fleet_device_state ((delivering ->> 'node')) where delivering is not null;
create index fleet_device_state_commands on fleet_device_state (device_id) where commands <> '[]';

-- How many devices each credential brought along within an hour; 0 stands for contacts without one.
create table fleet_new_devices (
    credential_id bigint      not null,
    hour          timestamptz not null,
    amount        integer     not null,
    primary key (credential_id, hour)
);

-- Contacts of enabled devices, counted in quarters of an hour, up to the one row's moment.
create table fleet_connection (
    device_id bigint      not null,
    bucket    timestamptz not null,
    amount    integer     not null,
    primary key (device_id, bucket)
);
create index fleet_connection_bucket on fleet_connection (bucket);
create table fleet_connection_progress (
    id            integer primary key default 1 check (id = 1),
    counted_until timestamptz not null
);
