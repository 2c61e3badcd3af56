-- How the firmware of one slot is compared, where it is not as the device type says.
create sequence fleet_firmware_rule_seq;
create table fleet_firmware_rule (
    id              bigint      primary key,
    device_type_id  bigint      not null references fleet_device_type (id) on delete cascade,
    slot            integer     not null check (slot between 1 and 3),
    versioning      varchar(64) not null,
    allow_downgrade boolean     not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    created_by      bigint,
    updated_by      bigint,
    constraint fleet_firmware_rule_slot_key unique (device_type_id, slot)
);

-- What the devices of a type are built of: each may need a file of its own.
create sequence fleet_hardware_seq;
create table fleet_hardware (
    id             bigint       primary key,
    device_type_id bigint       not null references fleet_device_type (id) on delete cascade,
    name           varchar(255) not null,
    -- as devices report it: hardware version or model
    identifier     varchar(255) not null,
    created_at     timestamptz  not null,
    updated_at     timestamptz  not null,
    created_by     bigint,
    updated_by     bigint,
    constraint fleet_hardware_name_key unique (device_type_id, name),
    constraint fleet_hardware_identifier_key unique (device_type_id, identifier)
);

-- The file of a firmware for a hardware. Its id is from fleet_firmware_seq, so that one link names either.
create table fleet_firmware_hardware (
    id           bigint       primary key,
    firmware_id  bigint       not null references fleet_firmware (id) on delete cascade,
    hardware_id  bigint       not null references fleet_hardware (id),
    source_type  varchar(16)  not null check (source_type in ('upload', 'externalUrl')),
    md5          varchar(32)  not null,
    filename     varchar(255) not null,
    -- in the file store
    file_id      varchar(255) check ((file_id is not null) = (source_type = 'upload')),
    file_size    bigint,
    external_url text         check ((external_url is not null) = (source_type = 'externalUrl')),
    created_at   timestamptz  not null,
    updated_at   timestamptz  not null,
    created_by   bigint,
    updated_by   bigint,
    constraint fleet_firmware_hardware_key unique (firmware_id, hardware_id)
);
create index fleet_firmware_hardware_hardware on fleet_firmware_hardware (hardware_id);
create index fleet_firmware_hardware_file on fleet_firmware_hardware (file_id) where file_id is not null;
