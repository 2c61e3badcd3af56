-- What somebody did to a plug-in, so that the audit log can tell it; what it counts is in the memory of each node.
create table platform_plugin (
    id bigint primary key,
    name text not null,
    restarted_at timestamptz,
    faults_before bigint,
    stuck_before bigint,
    last_fault_before text
);
