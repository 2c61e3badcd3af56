-- Files whose last firmware may be gone; the job "fleet-firmware-files" looks.
create table fleet_left_file (
    id varchar(255) primary key
);
