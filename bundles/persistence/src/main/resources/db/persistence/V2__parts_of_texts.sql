-- Parts of texts are found by their trigrams. A server without that extension, or a user who may not add it, gets
-- slower lists and nothing else.
create function persistence_index_parts(target text, variadic columns text[]) returns void language plpgsql as $$
declare
    operators text;
    name      text;
begin
    -- asked first: "if not exists" tells of it in the log
    if not exists (select from pg_extension where extname = 'pg_trgm') then
        begin
            create extension pg_trgm;
        exception
            when insufficient_privilege or undefined_file or feature_not_supported then
                raise notice 'pg_trgm is not available';
        end;
    end if;
    select format('%I.gin_trgm_ops', n.nspname) into operators
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
    if operators is not null then
        foreach name in array columns loop
            execute format('create index %I on %I using gin (%I %s)', target || '_' || name || '_part', target, name,
                operators);
        end loop;
    end if;
end
$$;
