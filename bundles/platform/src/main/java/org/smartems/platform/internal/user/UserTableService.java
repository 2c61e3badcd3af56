// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.FieldError;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;
import org.smartems.platform.internal.Refusals;
import org.smartems.platform.internal.Violations;
import org.smartems.platform.user.UserTables;

/** See {@link UserTables}. */
@Component(service = UserTables.class)
public final class UserTableService implements UserTables {

    private static final int MOST = 500;

    /** The columns in order, by table. */
    private static final AuditedEntity AUDITED = new AuditedEntity(
            "UserTable",
            """
            select (
                select coalesce(jsonb_object_agg(t.table_key, t.columns), '{}') from (
                    select c.table_key, jsonb_agg(jsonb_build_object('name', c.name, 'visible', c.visible)
                        order by c.position) as columns
                    from platform_user_table_column c where c.user_id = u.id group by c.table_key) t)
            from platform_user u where u.id = ?""",
            Set.of());

    private final Transactions transactions;
    private final AuditLog audit;
    private final Jdbc jdbc;

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public UserTableService(
            @Reference Transactions transactions,
            @Reference AuditLog audit,
            @Reference(target = "(osgi.unit.name=platform)") EntityManagerFactory unit) {
        this(transactions, audit);
    }

    /** For tests, too. */
    public UserTableService(Transactions transactions, AuditLog audit) {
        this.transactions = transactions;
        this.audit = audit;
        this.jdbc = new Jdbc(transactions);
    }

    @Override
    public List<TableColumn> columns(long userId, String tableKey) {
        String key = checked(tableKey, new Violations());
        return transactions.call(() -> jdbc.list(
                "select name, visible from platform_user_table_column where user_id = ? and table_key = ?"
                        + " order by position",
                row -> new TableColumn(row.getString(1), row.getBoolean(2)),
                userId,
                key));
    }

    @Override
    public void edit(Author person, String tableKey, List<TableColumn> columns) {
        long userId = person.userId().orElseThrow();
        Violations violations = new Violations();
        check(columns, violations);
        String key = checked(tableKey, violations);
        transactions.run(() -> {
            // two writers of one person come one after the other
            jdbc.first("select id from platform_user where id = ? for no key update", row -> true, userId)
                    .orElseThrow(Refusals::notFound);
            audit.changedMany(person, AUDITED, List.of(userId), () -> store(userId, key, columns));
        });
    }

    private int store(long userId, String key, List<TableColumn> columns) {
        String[] names = columns.stream().map(column -> column.name().strip()).toArray(String[]::new);
        Boolean[] visible = columns.stream().map(TableColumn::visible).toArray(Boolean[]::new);
        jdbc.update("delete from platform_user_table_column where user_id = ? and table_key = ?", userId, key);
        return jdbc.update(
                "insert into platform_user_table_column (user_id, table_key, position, name, visible)"
                        + " select ?, ?, c.position, c.name, c.visible from unnest(?::text[], ?::boolean[])"
                        + " with ordinality c (name, visible, position)",
                userId,
                key,
                names,
                visible);
    }

    private static String checked(String tableKey, Violations violations) {
        String key = violations.required("tableKey", tableKey);
        violations.throwIfAny();
        return key;
    }

    private static void check(List<TableColumn> columns, Violations violations) {
        if (columns.size() > MOST) {
            violations.add(FieldError.of("columns", "validation.countMax").with("limit", MOST));
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String path = "columns." + i + ".name";
            String name = violations.required(path, columns.get(i).name());
            violations.require(name.isEmpty() || names.add(name), path, "unique");
        }
    }
}
