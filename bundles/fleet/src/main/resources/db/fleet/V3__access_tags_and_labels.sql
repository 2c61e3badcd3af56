-- Words by which people find devices again.
create sequence fleet_label_seq;
create table fleet_label (
    id         bigint       primary key,
    name       varchar(255) not null constraint fleet_label_name_key unique,
    created_at timestamptz  not null,
    updated_at timestamptz  not null,
    created_by bigint,
    updated_by bigint
);

-- Ids in ascending order, each once; tags are the platform's, labels those of fleet_label. No tables of their own, so
-- that a check-in reads none of it.
alter table fleet_device
    add column access_tags bigint[] not null default '{}',
    add column labels      bigint[] not null default '{}';
alter table fleet_template_version
    add column access_tags   bigint[] not null default '{}',
    add column device_labels bigint[] not null default '{}';

create index fleet_device_access_tags on fleet_device using gin (access_tags);
create index fleet_device_labels on fleet_device using gin (labels);
create index fleet_template_version_access_tags on fleet_template_version using gin (access_tags);
create index fleet_template_version_device_labels on fleet_template_version using gin (device_labels);

-- Lists are filtered by these and read in the order of the ids.
drop index fleet_device_template;
create index fleet_device_template on fleet_device (template_id, id);
create index fleet_device_device_type on fleet_device (device_type_id, id);
create index fleet_device_enabled on fleet_device (enabled, id);
create index fleet_device_staging on fleet_device (staging, id);
create index fleet_device_created_by on fleet_device (created_by, id);
create index fleet_device_updated_by on fleet_device (updated_by, id);
-- Lists are sorted by these.
create index fleet_device_name on fleet_device (name, id);
create index fleet_device_identifier on fleet_device (identifier, id);
create index fleet_device_created_at on fleet_device (created_at, id);
create index fleet_device_updated_at on fleet_device (updated_at, id);

drop index fleet_template_device_type;
create index fleet_template_device_type on fleet_template (device_type_id, id);
create index fleet_template_name on fleet_template (name, id);
create index fleet_template_created_by on fleet_template (created_by, id);
create index fleet_template_staging_version on fleet_template (staging_version_id);
create index fleet_template_production_version on fleet_template (production_version_id);
create index fleet_template_version_created_by on fleet_template_version (created_by, id);

-- Parts of texts are found by their trigrams. A server without that extension, or a user who may not add it, gets
-- slower lists and nothing else.
do $$
declare
    operators text;
begin
    begin
        create extension if not exists pg_trgm;
    exception
        when insufficient_privilege or undefined_file or feature_not_supported then
            raise notice 'pg_trgm is not available';
    end;
    select format('%I.gin_trgm_ops', n.nspname) into operators
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
    if operators is not null then
        execute 'create index fleet_device_identifier_part on fleet_device using gin (identifier ' || operators || ')';
        execute 'create index fleet_device_name_part on fleet_device using gin (name ' || operators || ')';
        execute 'create index fleet_device_state_serial_number_part on fleet_device_state'
            || ' using gin (serial_number ' || operators || ')';
        execute 'create index fleet_device_state_imsi_part on fleet_device_state using gin (imsi ' || operators || ')';
        execute 'create index fleet_template_name_part on fleet_template using gin (name ' || operators || ')';
    end if;
end
$$;
