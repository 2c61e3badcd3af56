-- Which custom data of the devices of a type is kept.
create sequence fleet_custom_data_field_seq;
create table fleet_custom_data_field (
    id              bigint       primary key,
    device_type_id  bigint       not null references fleet_device_type (id) on delete cascade,
    -- a JSON pointer, or names with dots between them
    path            varchar(255) not null,
    label           varchar(255) not null,
    type            varchar(16)  not null check (type in ('string', 'integer', 'number', 'boolean', 'json')),
    use_as_variable boolean      not null,
    variable_name   varchar(255) check ((variable_name is not null) = use_as_variable),
    created_at      timestamptz  not null,
    updated_at      timestamptz  not null,
    created_by      bigint,
    updated_by      bigint,
    constraint fleet_custom_data_field_path_key unique (device_type_id, path),
    constraint fleet_custom_data_field_variable_key unique (device_type_id, variable_name)
);

-- The values by their paths, as they were reported last.
alter table fleet_device_state add column custom_data jsonb not null default '{}';
