// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.audit;

import java.util.Locale;
import org.smartems.platform.audit.AuditedEntity;

/** Statements that compare what things were with what they are, in the database: their values may be many. */
final class AuditSql {

    static final String UNCHANGED = "d460d32e-0028-11ef-92c8-0242ac120002";
    static final String CHANGED = "33b8afee-6b74-4742-a2ae-a47fdfb1ab57";

    /** No name that the statement of an entity may use itself. */
    private static final String ID = "audited_thing.id";

    private static final String STATES =
            """
            select audited_thing.id, state.value::text from unnest(?::bigint[]) audited_thing (id)
            cross join lateral (%s) state (value)
            """;

    private static final String COMPARE =
            """
            with input (secret, type, only_changes) as (values (?::text[], ?::text, ?::boolean)),
            thing as (
                select audited_thing.id, audited_thing.old::jsonb as old, state.value as new
                from unnest(?::bigint[], ?::text[]) audited_thing (id, old)
                cross join input left join lateral (%1$s) state (value) on true
                where input.type = 'delete' or state.value is not null
            ),
            member as (
                select t.id, m.*, m.old is distinct from m.new as changed,
                    m.key = any ((select secret from input)::text[]) as is_secret
                from thing t cross join lateral (
                    select coalesce(o.key, n.key) as key, %2$s as old, %3$s as new
                    from jsonb_each(t.old) o full join jsonb_each(t.new) n on n.key = o.key
                ) m
                where m.key not in ('id', 'version', 'created_at', 'updated_at', 'created_by', 'updated_by')
            ),
            named as (
                select m.*, (
                    select string_agg(case when i = 1 then part else upper(left(part, 1)) || substr(part, 2) end, ''
                        order by i)
                    from unnest(string_to_array(case
                        when m.key in ('registration_id', 'cell_id') then m.key
                        when 'string' in (jsonb_typeof(m.old), jsonb_typeof(m.new)) then m.key
                        else regexp_replace(m.key, '_id$', '') end, '_')) with ordinality p (part, i)
                ) as name
                from member m
            ),
            difference as materialized (
                select m.id,
                    jsonb_object_agg(m.name, case when is_secret then to_jsonb('%4$s'::text) else m.old end)
                        filter (where m.changed or not i.only_changes) as old,
                    jsonb_object_agg(m.name, case
                            when is_secret and m.changed then to_jsonb('%5$s'::text)
                            when is_secret then to_jsonb('%4$s'::text)
                            else m.new end)
                        filter (where m.changed or not i.only_changes) as new
                from named m cross join input i
                group by m.id having bool_or(m.changed)
            ),
            """;

    /** The entry is remembered for the transaction; it is read before it is set, and once. */
    private static final String WRITE =
            """
            known as materialized (select nullif(current_setting('smartems.audit_log', true), '')::bigint as id),
            author (id, name) as (values (?::bigint, left(?::text, 255))),
            made as (
                insert into platform_audit_log (created_by, author)
                select a.id, a.name from author a cross join known k
                where k.id is null and exists (select from difference)
                returning id
            ),
            entry as (
                select set_config('smartems.audit_log', id::text, true)::bigint as id from made
                union all select id from known where id is not null
            )
            insert into platform_audit_log_change
                (log_id, created_by, author, type, only_changes, entity_name, entity_id, old_values, new_values)
            select e.id, a.id, a.name, i.type, i.only_changes, ?, d.id,
                case when i.type <> 'create' then d.old::text end, case when i.type <> 'delete' then d.new::text end
            from difference d cross join entry e cross join author a cross join input i
            order by d.id
            """;

    private AuditSql() {}

    /** Id and values of the things with the given ids that exist. */
    static String states(AuditedEntity entity) {
        return String.format(Locale.ROOT, STATES, inline(entity));
    }

    /** Compares the given values with the present ones; for something that goes, with none. */
    static String write(AuditedEntity entity, boolean goes) {
        String present = goes ? "select null::jsonb" : inline(entity);
        return String.format(Locale.ROOT, COMPARE, present, sorted("o.value"), sorted("n.value"), UNCHANGED, CHANGED)
                + WRITE;
    }

    private static String inline(AuditedEntity entity) {
        return entity.sql().replace("?", ID);
    }

    /** An array of numbers is a relation, whose order means nothing. */
    private static String sorted(String value) {
        return String.format(
                Locale.ROOT,
                "case when jsonb_typeof(%1$s) = 'array' then case when exists (select from jsonb_array_elements(%1$s) e"
                        + " where jsonb_typeof(e) <> 'number') then %1$s else (select coalesce(jsonb_agg(e order by e),"
                        + " '[]') from jsonb_array_elements(%1$s) e) end else %1$s end",
                value);
    }
}
