-- Logs are searched for parts of names, addresses and values. People write them, so their indexes cost little.
select persistence_index_parts('platform_audit_log_change', 'author', 'entity_name', 'old_values', 'new_values');
select persistence_index_parts('platform_user_login_attempt', 'username', 'remote_host');
