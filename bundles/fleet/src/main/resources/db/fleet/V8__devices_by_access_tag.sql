-- Every device that has or once had an access tag, and so may have rows in the logs that its users see. They find the
-- rows of few devices by the devices; an index of each log's own tags would cost every check-in.
create table fleet_tagged_device (
    access_tag_id bigint not null,
    device_id     bigint not null,
    primary key (access_tag_id, device_id)
);
-- Of devices that are gone, too: their rows stay.
create index fleet_tagged_device_device on fleet_tagged_device (device_id);

create function fleet_keep_tagged_device() returns trigger language plpgsql as $$
begin
    insert into fleet_tagged_device (access_tag_id, device_id)
    select tag, new.id from unnest(new.access_tags) tag
    on conflict do nothing;
    return null;
end
$$;
create trigger fleet_device_tagged_new after insert on fleet_device
    for each row when (new.access_tags <> '{}') execute function fleet_keep_tagged_device();
create trigger fleet_device_tagged after update of access_tags on fleet_device
    for each row when (new.access_tags <> '{}' and new.access_tags <> old.access_tags)
    execute function fleet_keep_tagged_device();

insert into fleet_tagged_device (access_tag_id, device_id)
select distinct tag, had.device_id
from (select id as device_id, access_tags from fleet_device
      union select device_id, access_tags from fleet_communication_log
      union select device_id, access_tags from fleet_config_log
      union select device_id, access_tags from fleet_diagnose_log) had,
    unnest(had.access_tags) tag
where had.device_id is not null;

-- What is tried at the door of devices is searched for names and addresses.
select persistence_index_parts('fleet_failed_login', 'username', 'remote_host', 'url');
