-- What devices and the logs of them need; sizes in MB, 0 = no limit.
alter table platform_configuration
    add router_identifier varchar(16) not null default 'serial' check (router_identifier in ('serial', 'imsi')),
    add disk_usage_alarm integer not null default 15 check (disk_usage_alarm between 0 and 100),
    add maximum_new_devices_per_hour integer not null default 1000 check (maximum_new_devices_per_hour >= 0),
    add communication_logs_cleanup_duration integer not null default 7
        check (communication_logs_cleanup_duration >= 0),
    add communication_logs_cleanup_size integer not null default 10240 check (communication_logs_cleanup_size >= 0),
    add config_logs_cleanup_duration integer not null default 7 check (config_logs_cleanup_duration >= 0),
    add config_logs_cleanup_size integer not null default 10240 check (config_logs_cleanup_size >= 0),
    add diagnose_logs_cleanup_duration integer not null default 7 check (diagnose_logs_cleanup_duration >= 0),
    add diagnose_logs_cleanup_size integer not null default 10240 check (diagnose_logs_cleanup_size >= 0),
    add device_failed_login_attempts_cleanup_duration integer not null default 7
        check (device_failed_login_attempts_cleanup_duration >= 0),
    add device_failed_login_attempts_cleanup_size integer not null default 10240
        check (device_failed_login_attempts_cleanup_size >= 0),
    add device_commands_cleanup_duration integer not null default 7 check (device_commands_cleanup_duration >= 0),
    add device_commands_cleanup_size integer not null default 10240 check (device_commands_cleanup_size >= 0);
