-- What else administrators set; sizes in MB, 0 = no limit.
alter table platform_configuration
    add auto_remove_backups_after integer not null default 0 check (auto_remove_backups_after >= 0),
    add audit_logs_cleanup_duration integer not null default 0 check (audit_logs_cleanup_duration >= 0),
    add audit_logs_cleanup_size integer not null default 0 check (audit_logs_cleanup_size >= 0),
    add vpn_logs_cleanup_duration integer not null default 7 check (vpn_logs_cleanup_duration >= 0),
    add vpn_logs_cleanup_size integer not null default 100 check (vpn_logs_cleanup_size >= 0),
    add user_login_attempts_cleanup_size integer not null default 100 check (user_login_attempts_cleanup_size >= 0),
    add maintenance_logs_cleanup_duration integer not null default 7 check (maintenance_logs_cleanup_duration >= 0),
    add maintenance_logs_cleanup_size integer not null default 100 check (maintenance_logs_cleanup_size >= 0),
    add import_file_row_logs_cleanup_duration integer not null default 7
        check (import_file_row_logs_cleanup_duration >= 0),
    add import_file_row_logs_cleanup_size integer not null default 100
        check (import_file_row_logs_cleanup_size >= 0);
