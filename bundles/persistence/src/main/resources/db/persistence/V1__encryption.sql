-- One row: which master key this database was encrypted with.
create table master_key (
  singleton boolean primary key default true check (singleton),
  fingerprint text not null,
  created_at timestamptz not null default now()
);

-- Data keys wrapped by the master key. Several of one purpose are normal: the newest seals, all open.
create sequence data_key_id;
create table data_key (
  id bigint primary key,
  purpose text not null,
  wrapped bytea not null,
  created_at timestamptz not null default now()
);
