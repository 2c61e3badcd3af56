-- Whose description of the REST API is switched off.
alter table platform_configuration
    add disable_admin_rest_api_documentation boolean not null default false,
    add disable_smartems_rest_api_documentation boolean not null default false,
    add disable_vpn_security_suite_rest_api_documentation boolean not null default false;
