-- One row: counts every change to what the catalogue and the template snapshots keep in memory.
create table fleet_catalogue (
    id       integer primary key default 1 check (id = 1),
    revision bigint  not null default 1
);
insert into fleet_catalogue default values;

create sequence fleet_device_type_seq;
create table fleet_device_type (
    id                             bigint       primary key,
    version                        integer      not null,
    name                           varchar(255) not null constraint fleet_device_type_name_key unique,
    slug                           varchar(255) not null constraint fleet_device_type_slug_key unique,
    device_name                    varchar(255) not null,
    icon                           varchar(32)  not null,
    color                          varchar(7)   not null,
    certificate_common_name_prefix varchar(6)   not null constraint fleet_device_type_common_name_prefix_key unique,
    enabled                        boolean      not null,
    communication_procedure        varchar(64)  not null,
    procedure_settings             jsonb        not null default '{}',
    route_prefix                   varchar(255) not null,
    authentication_method          varchar(32)  not null,
    credentials_source             varchar(32),
    -- the first credential of a device becomes its only one
    bind_identity                  boolean      not null default false,
    -- ids of what is switched on, such as 'hasConfig1 hasGsm hasTemplates', in alphabetical order
    capabilities                   text         not null,
    name_firmware1                 varchar(255),
    name_firmware2                 varchar(255),
    name_firmware3                 varchar(255),
    custom_url_firmware1           varchar(255),
    custom_url_firmware2           varchar(255),
    custom_url_firmware3           varchar(255),
    name_config1                   varchar(255),
    name_config2                   varchar(255),
    name_config3                   varchar(255),
    format_config1                 varchar(8),
    format_config2                 varchar(8),
    format_config3                 varchar(8),
    field_serial_number            varchar(32)  not null,
    field_imsi                     varchar(32)  not null,
    field_model                    varchar(32)  not null,
    field_registration_id          varchar(32)  not null,
    field_endorsement_key          varchar(32)  not null,
    field_hardware_version         varchar(32)  not null,
    firmware_versioning            varchar(64)  not null,
    device_command_max_retries     integer      not null check (device_command_max_retries >= 0),
    device_command_expire_duration varchar(255) not null,
    enable_config_min_rsrp         boolean      not null,
    config_min_rsrp                integer      not null,
    enable_firmware_min_rsrp       boolean      not null,
    firmware_min_rsrp              integer      not null,
    enable_config_logs             boolean      not null,
    enable_connection_aggregation  boolean      not null,
    connection_aggregation_period  integer      not null check (connection_aggregation_period >= 1),
    virtual_subnet_cidr            integer      not null check (virtual_subnet_cidr between 1 and 32),
    masquerade_type                varchar(16)  not null,
    created_at                     timestamptz  not null,
    updated_at                     timestamptz  not null,
    created_by                     bigint,
    updated_by                     bigint
);

-- Device types that a plug-in brought along; a key that is here is never made again.
create table fleet_preset_installed (
    key          varchar(255) primary key,
    installed_at timestamptz  not null
);

create sequence fleet_device_credential_seq;
create table fleet_device_credential (
    id         bigint       primary key,
    version    integer      not null,
    username   varchar(255) not null constraint fleet_device_credential_username_key unique,
    -- sealed
    password   bytea        not null,
    enabled    boolean      not null,
    created_at timestamptz  not null,
    updated_at timestamptz  not null,
    created_by bigint,
    updated_by bigint
);
create table fleet_device_credential_type (
    credential_id  bigint not null references fleet_device_credential (id) on delete cascade,
    device_type_id bigint not null references fleet_device_type (id) on delete cascade,
    primary key (credential_id, device_type_id)
);
create index fleet_device_credential_type_type on fleet_device_credential_type (device_type_id);

create sequence fleet_config_seq;
create table fleet_config (
    id             bigint       primary key,
    version        integer      not null,
    uuid           varchar(36)  not null constraint fleet_config_uuid_key unique,
    device_type_id bigint       not null references fleet_device_type (id),
    slot           integer      not null check (slot between 1 and 3),
    name           varchar(255) not null,
    generator      varchar(64)  not null,
    content        text         not null,
    created_at     timestamptz  not null,
    updated_at     timestamptz  not null,
    created_by     bigint,
    updated_by     bigint,
    constraint fleet_config_name_key unique (device_type_id, slot, name)
);

create sequence fleet_firmware_seq;
create table fleet_firmware (
    id               bigint       primary key,
    version          integer      not null,
    uuid             varchar(36)  not null constraint fleet_firmware_uuid_key unique,
    device_type_id   bigint       not null references fleet_device_type (id),
    slot             integer      not null check (slot between 1 and 3),
    source_type      varchar(16)  not null check (source_type in ('upload', 'externalUrl')),
    name             varchar(255) not null,
    firmware_version varchar(255) not null,
    md5              varchar(32)  not null,
    filename         varchar(255) not null,
    -- in the file store
    file_id          varchar(255) check ((file_id is not null) = (source_type = 'upload')),
    file_size        bigint,
    external_url     text         check ((external_url is not null) = (source_type = 'externalUrl')),
    created_at       timestamptz  not null,
    updated_at       timestamptz  not null,
    created_by       bigint,
    updated_by       bigint,
    constraint fleet_firmware_name_key unique (device_type_id, slot, name)
);

create sequence fleet_template_seq;
create table fleet_template (
    id                    bigint       primary key,
    version               integer      not null,
    device_type_id        bigint       not null references fleet_device_type (id),
    name                  varchar(255) not null,
    staging_version_id    bigint,
    production_version_id bigint,
    created_at            timestamptz  not null,
    updated_at            timestamptz  not null,
    created_by            bigint,
    updated_by            bigint
);
create index fleet_template_device_type on fleet_template (device_type_id);

create sequence fleet_template_version_seq;
create table fleet_template_version (
    id                 bigint       primary key,
    version            integer      not null,
    template_id        bigint       not null references fleet_template (id) on delete cascade,
    type               varchar(16)  not null check (type in ('staging', 'production')),
    name               varchar(255) not null,
    description        text,
    device_description text,
    -- [{"id": 1, "name": "...", "value": "..."}] in the order of the form
    variables          jsonb        not null default '[]',
    config1_id         bigint references fleet_config (id),
    config2_id         bigint references fleet_config (id),
    config3_id         bigint references fleet_config (id),
    firmware1_id       bigint references fleet_firmware (id),
    firmware2_id       bigint references fleet_firmware (id),
    firmware3_id       bigint references fleet_firmware (id),
    created_at         timestamptz  not null,
    updated_at         timestamptz  not null,
    created_by         bigint,
    updated_by         bigint,
    constraint fleet_template_version_of unique (template_id, id)
);
create index fleet_template_version_config1 on fleet_template_version (config1_id);
create index fleet_template_version_config2 on fleet_template_version (config2_id);
create index fleet_template_version_config3 on fleet_template_version (config3_id);
create index fleet_template_version_firmware1 on fleet_template_version (firmware1_id);
create index fleet_template_version_firmware2 on fleet_template_version (firmware2_id);
create index fleet_template_version_firmware3 on fleet_template_version (firmware3_id);
-- a template can only select versions of its own, and a selected one cannot be deleted
alter table fleet_template
    add constraint fleet_template_staging foreign key (id, staging_version_id)
        references fleet_template_version (template_id, id) deferrable initially deferred,
    add constraint fleet_template_production foreign key (id, production_version_id)
        references fleet_template_version (template_id, id) deferrable initially deferred;

-- What operators decide on a device.
create sequence fleet_device_seq;
create table fleet_device (
    id                  bigint       primary key,
    version             integer      not null,
    uuid                varchar(36)  not null constraint fleet_device_uuid_key unique,
    device_type_id      bigint       not null references fleet_device_type (id),
    identifier          varchar(255) not null,
    -- false when it fell back to name or uuid: then no check-in matches it
    identifier_reported boolean      not null,
    name                varchar(255) not null,
    description         text,
    enabled             boolean      not null,
    staging             boolean      not null,
    template_id         bigint references fleet_template (id),
    -- [{"id": 1, "name": "...", "value": "..."}] in the order of the form
    variables           jsonb        not null default '[]',
    created_at          timestamptz  not null,
    updated_at          timestamptz  not null,
    created_by          bigint,
    updated_by          bigint,
    constraint fleet_device_name_key unique (device_type_id, name)
);
create unique index fleet_device_identifier_key on fleet_device (device_type_id, identifier) where identifier_reported;
create index fleet_device_template on fleet_device (template_id);

-- What a device reports and is to be handed: written by every check-in, therefore apart, narrow in indexes and with
-- room in its pages. A work flag is the number of the request (0 = not set), so that only the request that was
-- answered is cleared.
create table fleet_device_state (
    device_id                bigint      primary key references fleet_device (id) on delete cascade,
    device_type_id           bigint      not null,
    revision                 bigint      not null default 0,
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
    seen_at                  timestamptz,
    flag_sequence            bigint      not null default 0,
    reinstall_firmware1      bigint      not null default 0,
    reinstall_firmware2      bigint      not null default 0,
    reinstall_firmware3      bigint      not null default 0,
    reinstall_config1        bigint      not null default 0,
    reinstall_config2        bigint      not null default 0,
    reinstall_config3        bigint      not null default 0,
    request_diagnose_data    bigint      not null default 0,
    request_config_data      bigint      not null default 0,
    -- {"kind": "CONFIG", "slot": 1, "sequence": 7, "node": "..."} while an answer with work is under way
    delivering               jsonb,
    -- open commands, the oldest first
    commands                 jsonb       not null default '[]',
    command_retry_count      integer     not null default 0,
    last_command_critical    boolean     not null default false,
    connection_amount        bigint      not null default 0,
    connection_amount_from   timestamptz,
    -- the only credential of the device, no foreign key
    bound_credential_id      bigint,
    -- by slot: id, createdAt and md5 of the last config log
    config_log               jsonb       not null default '{}'
) with (fillfactor = 70);
create index fleet_device_state_serial_number on fleet_device_state (device_type_id, serial_number);
create index fleet_device_state_imsi on fleet_device_state (device_type_id, imsi);
