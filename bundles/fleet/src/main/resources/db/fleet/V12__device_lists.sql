-- Lists are filtered by these of all types. A check-in seldom changes them, so that it still updates in place.
create index fleet_device_state_serial_number_id on fleet_device_state (serial_number, device_id);
create index fleet_device_state_firmware_version1_id on fleet_device_state (firmware_version1, device_id);
