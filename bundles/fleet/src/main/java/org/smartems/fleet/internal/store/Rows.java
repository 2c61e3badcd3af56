// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;

/** Writes the rows of one table that has a history, with an entry in the audit log for each. Needs a transaction. */
public final class Rows {

    /** What a copy of a row does not take along. */
    private static final Set<String> OWN = Set.of("id", "created_at", "created_by", "updated_at", "updated_by");

    private final Transactions transactions;
    private final AuditLog audit;
    private final AuditedEntity entity;
    private final String table;
    private final String sequence;
    private final Clock clock = Clock.systemUTC();

    private Rows(Transactions transactions, AuditLog audit, AuditedEntity entity, String[] names) {
        this.transactions = transactions;
        this.audit = audit;
        this.entity = entity;
        this.table = names[0];
        this.sequence = names[1];
    }

    /**
     * Rows of a table.
     *
     * @param entity its name in the audit log
     * @param names of table and sequence
     */
    public static Rows of(Transactions transactions, AuditLog audit, String entity, String... names) {
        return new Rows(transactions, audit, AuditedEntity.row(entity, names[0]), names);
    }

    /** Makes a row of columns with their values, and answers its id. */
    public long add(Author author, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("created_at", clock.instant());
        all.put("created_by", user(author));
        all.putAll(changed(author));
        String marks = String.join(", ", Collections.nCopies(all.size(), "?"));
        String sql = "insert into " + table + " (id, " + String.join(", ", all.keySet()) + ") values (nextval('"
                + sequence + "'), " + marks + ") returning id";
        long id =
                jdbc().first(sql, row -> row.getLong(1), all.values().toArray()).orElseThrow();
        audit.created(author, entity, id);
        return id;
    }

    /** Gives one owner rows like those that another one has. */
    public void copy(Author author, String owner, long from, long to) {
        for (Map<String, Object> values :
                jdbc().list("select * from " + table + " where " + owner + " = ? order by id", Rows::read, from)) {
            values.keySet().removeAll(OWN);
            values.put(owner, to);
            add(author, values);
        }
    }

    /** Changes columns of a row that is there. */
    public void change(Author author, long id, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(changed(author));
        List<Object> parameters = new ArrayList<>(all.values());
        parameters.add(id);
        String sql = "update " + table + " set " + String.join(" = ?, ", all.keySet()) + " = ? where id = ?";
        audit.changed(author, entity, id, () -> jdbc().update(sql, parameters.toArray()));
    }

    /** Removes a row that is there. */
    public void remove(Author author, long id) {
        audit.deleted(author, entity, id);
        jdbc().update("delete from " + table + " where id = ?", id);
    }

    /** Whether a condition, with its values, holds for a row of the table. */
    public boolean exists(String condition, Object... values) {
        return jdbc().first("select 1 from " + table + " where " + condition + " limit 1", row -> true, values)
                .isPresent();
    }

    private static Map<String, Object> read(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            values.put(columns.getColumnName(column), row.getObject(column));
        }
        return values;
    }

    private Map<String, Object> changed(Author author) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("updated_at", clock.instant());
        columns.put("updated_by", user(author));
        return columns;
    }

    private Jdbc jdbc() {
        return new Jdbc(transactions);
    }

    private static Object user(Author author) {
        return author.userId().isPresent() ? author.userId().getAsLong() : null;
    }
}
