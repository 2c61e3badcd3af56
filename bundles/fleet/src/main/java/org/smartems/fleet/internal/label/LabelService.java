// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.label;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.History;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.fleet.label.LabelView;
import org.smartems.fleet.label.Labels;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;

/** See {@link Labels}. */
@Component(service = Labels.class)
public final class LabelService implements Labels {

    private static final AuditedEntity LABEL = AuditedEntity.row("Label", "fleet_label");

    private static final String SELECT =
            "select id, name, created_at, updated_at, created_by, updated_by" + " from fleet_label where id = ?";

    private static final String INSERT = "insert into fleet_label"
            + " (id, name, created_at, updated_at, created_by, updated_by)"
            + " values (nextval('fleet_label_seq'), ?, ?, ?, ?, ?) returning id";

    private final Changes changes;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public LabelService(@Reference Changes changes, @Reference Transactions transactions, @Reference AuditLog audit) {
        this.changes = changes;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public LabelView create(Author author, String name) {
        return changes.run(() -> {
            String stripped = checked(0, name);
            Object user = user(author);
            long id = jdbc().first(
                            INSERT, row -> row.getLong(1), stripped, clock.instant(), clock.instant(), user, user)
                    .orElseThrow();
            audit.created(author, LABEL, id);
            return required(id);
        });
    }

    @Override
    public LabelView edit(Author author, long id, String name) {
        return changes.run(() -> {
            required(id);
            String stripped = checked(id, name);
            audit.changed(author, LABEL, id, () -> jdbc().update(
                            "update fleet_label set name = ?, updated_at = ?, updated_by = ? where id = ?",
                            stripped,
                            clock.instant(),
                            user(author),
                            id));
            return required(id);
        });
    }

    @Override
    public void delete(Author author, long id) {
        changes.run(() -> {
            required(id);
            audit.deleted(author, LABEL, id);
            // waits for those who are about to give it to something, whose rows are then seen
            jdbc().update("delete from fleet_label where id = ?", id);
            new Holders(jdbc()).removeLabel(id);
            return id;
        });
    }

    @Override
    public LabelView get(long id) {
        return transactions.call(() -> required(id));
    }

    private String checked(long id, String name) {
        String stripped = name.strip();
        Violations violations = new Violations();
        violations.required("name", stripped);
        boolean taken = jdbc().first("select 1 from fleet_label where name = ? and id <> ?", row -> true, stripped, id)
                .isPresent();
        violations.require(!taken, "name", "uniqueEntity");
        violations.throwIfAny();
        return stripped;
    }

    private LabelView required(long id) {
        return jdbc().first(SELECT, LabelService::view, id).orElseThrow(Refusals::notFound);
    }

    private Jdbc jdbc() {
        return new Jdbc(transactions);
    }

    private static Object user(Author author) {
        return author.userId().isPresent() ? author.userId().getAsLong() : null;
    }

    private static LabelView view(ResultSet row) throws SQLException {
        History history = new History(
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                number(row, "created_by"),
                number(row, "updated_by"));
        return new LabelView(row.getLong("id"), row.getString("name"), history);
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
