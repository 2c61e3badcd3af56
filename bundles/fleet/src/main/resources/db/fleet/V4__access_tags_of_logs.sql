-- The access tags that the device had when the row was written.
alter table fleet_communication_log add column access_tags bigint[] not null default '{}';
alter table fleet_config_log        add column access_tags bigint[] not null default '{}';
alter table fleet_diagnose_log      add column access_tags bigint[] not null default '{}';

-- Lists are filtered by these; all are read from the latest row on.
create index fleet_communication_log_type on fleet_communication_log (device_type_id, created_at);
create index fleet_config_log_type on fleet_config_log (device_type_id, created_at);
create index fleet_diagnose_log_type on fleet_diagnose_log (device_type_id, created_at);
create index fleet_device_command_type on fleet_device_command (device_type_id, created_at);
create index fleet_failed_login_type on fleet_failed_login (device_type_id, created_at);

-- Levels by name, as lists know them. Only the rare ones: what is common is found soon without an index.
create index fleet_communication_log_level on fleet_communication_log
    (((array['debug', 'info', 'warning', 'error', 'critical'])[level + 1]), created_at)
    where (array['debug', 'info', 'warning', 'error', 'critical'])[level + 1] in ('warning', 'error', 'critical');

-- Files whose last firmware may be gone; the job "fleet-firmware-files" looks.
create table fleet_left_file (
    id varchar(255) primary key
);
