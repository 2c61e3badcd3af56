// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;

/** Remembers what it is told, one line for each change; runs the statements of the entities as the real one does. */
public final class FakeAuditLog implements AuditLog {

    private final List<String> lines = new ArrayList<>();
    private final Jdbc jdbc;

    FakeAuditLog(Transactions transactions) {
        this.jdbc = new Jdbc(transactions);
    }

    /** What was told since the last call. */
    public List<String> lines() {
        List<String> told = List.copyOf(lines);
        lines.clear();
        return told;
    }

    @Override
    public void created(Author author, AuditedEntity entity, long id) {
        lines.add("create " + entity.name() + " " + id + " " + values(entity, id));
    }

    @Override
    public <T, E extends Exception> T changed(
            Author author, AuditedEntity entity, long id, Transactions.Work<T, E> change) throws E {
        return changedMany(author, entity, List.of(id), change);
    }

    @Override
    public <T, E extends Exception> T changedMany(
            Author author, AuditedEntity entity, Collection<Long> ids, Transactions.Work<T, E> change) throws E {
        Map<Long, Map<String, String>> before = members(entity, ids);
        T result = change.run();
        Map<Long, Map<String, String>> after = members(entity, ids);
        before.forEach((id, old) -> {
            Map<String, String> changed = new TreeMap<>(after.getOrDefault(id, Map.of()));
            changed.entrySet().removeIf(member -> Objects.equals(old.get(member.getKey()), member.getValue()));
            if (!changed.isEmpty()) {
                lines.add("update " + entity.name() + " " + id + " " + changed);
            }
        });
        return result;
    }

    @Override
    public void deleted(Author author, AuditedEntity entity, long id) {
        lines.add("delete " + entity.name() + " " + id + " " + values(entity, id));
    }

    @Override
    public void deletedMany(Author author, AuditedEntity entity, Collection<Long> ids) {
        ids.stream().sorted().forEach(id -> deleted(author, entity, id));
    }

    private String values(AuditedEntity entity, long id) {
        return jdbc.first(entity.sql(), row -> row.getString(1), id).orElse("nothing");
    }

    /** Without those that the real one leaves out. */
    private Map<Long, Map<String, String>> members(AuditedEntity entity, Collection<Long> ids) {
        record Member(long id, String name, String value) {}
        Map<Long, Map<String, String>> members = new TreeMap<>();
        jdbc.list(
                        "select i.id, m.key, m.value::text from unnest(?::bigint[]) i (id) cross join lateral ("
                                + entity.sql().replace("?", "i.id") + ") e (v), jsonb_each(e.v) m"
                                + " where m.key not in ('id', 'version', 'created_at', 'updated_at', 'created_by',"
                                + " 'updated_by')",
                        row -> new Member(row.getLong(1), row.getString(2), row.getString(3)),
                        (Object) ids.toArray(Long[]::new))
                .forEach(member -> members.computeIfAbsent(member.id(), id -> new TreeMap<>())
                        .put(member.name(), member.value()));
        return members;
    }
}
