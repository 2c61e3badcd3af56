-- How a person wants to see the console; what is null is as usual.
create table platform_user_preference (
    user_id       bigint      primary key references platform_user (id) on delete cascade,
    date_format   varchar(20),
    language      varchar(35),
    rows_per_page integer     check (rows_per_page between 1 and 100)
);
