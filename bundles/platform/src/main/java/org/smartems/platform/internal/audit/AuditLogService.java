// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.audit;

import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;

/**
 * See {@link AuditLog}.
 *
 * <p>The entry of a transaction is remembered in a setting of that transaction. Its number would not do: the numbers
 * of transactions begin anew in a database that was restored, and those of a rolled back savepoint stay.
 */
@Component(service = AuditLog.class)
public final class AuditLogService implements AuditLog {

    private final Transactions transactions;
    private final Jdbc jdbc;

    @Activate
    public AuditLogService(@Reference Transactions transactions) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
    }

    @Override
    public void created(Author author, AuditedEntity entity, long id) {
        requireTransaction();
        write(author, entity, new Change("create", false), new States(new Long[] {id}, new String[] {null}));
    }

    @Override
    public <T, E extends Exception> T changed(
            Author author, AuditedEntity entity, long id, Transactions.Work<T, E> change) throws E {
        requireTransaction();
        return change(author, entity, new Update(List.of(id), false), change);
    }

    @Override
    public <T, E extends Exception> T changedMany(
            Author author, AuditedEntity entity, Collection<Long> ids, Transactions.Work<T, E> change) throws E {
        requireTransaction();
        return change(author, entity, new Update(ids, true), change);
    }

    @Override
    public void deleted(Author author, AuditedEntity entity, long id) {
        deletedMany(author, entity, List.of(id));
    }

    @Override
    public void deletedMany(Author author, AuditedEntity entity, Collection<Long> ids) {
        requireTransaction();
        // its values as they are now are what it was; what becomes of it is known, too
        write(author, entity, new Change("delete", false), states(entity, ids));
    }

    private record Update(Collection<Long> ids, boolean onlyChanges) {}

    private record Change(String type, boolean onlyChanges) {}

    /** The raw values of things, in the same order; null where there is none. */
    private record States(Long[] ids, String[] values) {}

    private <T, E extends Exception> T change(
            Author author, AuditedEntity entity, Update update, Transactions.Work<T, E> change) throws E {
        if (update.ids().isEmpty()) {
            return change.run();
        }
        States before = states(entity, update.ids());
        T result = change.run();
        write(author, entity, new Change("update", update.onlyChanges()), before);
        return result;
    }

    private States states(AuditedEntity entity, Collection<Long> ids) {
        record State(long id, String values) {}
        List<State> states =
                jdbc.list(AuditSql.states(entity), row -> new State(row.getLong(1), row.getString(2)), (Object)
                        ids.stream().distinct().sorted().toArray(Long[]::new));
        return new States(
                states.stream().map(State::id).toArray(Long[]::new),
                states.stream().map(State::values).toArray(String[]::new));
    }

    private void write(Author author, AuditedEntity entity, Change change, States before) {
        if (before.ids().length == 0) {
            return;
        }
        Long user = author.userId().isPresent() ? author.userId().getAsLong() : null;
        jdbc.update(
                AuditSql.write(entity, "delete".equals(change.type())),
                entity.secret().toArray(String[]::new),
                change.type(),
                change.onlyChanges(),
                before.ids(),
                before.values(),
                user,
                author.name(),
                entity.name());
    }

    private void requireTransaction() {
        if (!transactions.active()) {
            throw new IllegalStateException("a change is audited in its own transaction");
        }
    }
}
