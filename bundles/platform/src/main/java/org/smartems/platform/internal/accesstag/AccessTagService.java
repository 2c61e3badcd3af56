// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.accesstag;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.accesstag.AccessTagListener;
import org.smartems.platform.accesstag.AccessTags;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;
import org.smartems.platform.internal.AuthorId;
import org.smartems.platform.internal.Refusals;
import org.smartems.platform.internal.Unique;
import org.smartems.platform.internal.Violations;

/** See {@link AccessTags}. */
@Component(service = AccessTags.class)
public final class AccessTagService implements AccessTags {

    private static final AuditedEntity AUDITED = AuditedEntity.row("AccessTag", "platform_access_tag");
    private static final String NAME = "name";

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final AuditLog auditLog;
    private final TaggedUsers users;
    private final List<AccessTagListener> listeners = new CopyOnWriteArrayList<>();

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public AccessTagService(
            @Reference Transactions transactions,
            @Reference AuditLog auditLog,
            @Reference TaggedUsers users,
            @Reference(target = "(osgi.unit.name=platform)") EntityManagerFactory unit) {
        this(transactions, auditLog, users);
    }

    /** For tests, too. */
    public AccessTagService(Transactions transactions, AuditLog auditLog, TaggedUsers users) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.auditLog = auditLog;
        this.users = users;
    }

    /** A domain that stores tags comes. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(AccessTagListener listener) {
        listeners.add(listener);
    }

    /** A domain that stores tags goes. */
    public void remove(AccessTagListener listener) {
        listeners.remove(listener);
    }

    @Override
    public long create(Author author, String name) {
        String checked = checked(name);
        return transactions.call(() -> {
            requireUnique(checked, 0);
            long id = Unique.named(NAME, () -> insert(author, checked));
            auditLog.created(author, AUDITED, id);
            return id;
        });
    }

    @Override
    public void edit(Author author, long id, String name) {
        String checked = checked(name);
        transactions.run(() -> {
            lock(id);
            requireUnique(checked, id);
            auditLog.changed(author, AUDITED, id, () -> Unique.named(NAME, () -> update(author, id, checked)));
        });
    }

    @Override
    public void delete(Author author, long id) {
        transactions.run(() -> {
            lock(id);
            auditLog.deleted(author, AUDITED, id);
            users.untag(author, id);
            listeners.forEach(listener -> listener.deleted(id));
            jdbc.update("delete from platform_access_tag where id = ?", id);
        });
    }

    @Override
    public Set<Long> existing(Collection<Long> ids) {
        if (!transactions.active()) {
            throw new IllegalStateException("tags stay only until the transaction ends");
        }
        Object wanted = ids.stream().distinct().toArray(Long[]::new);
        return new HashSet<>(jdbc.list(
                "select id from platform_access_tag where id = any (?) order by id for key share",
                row -> row.getLong(1),
                wanted));
    }

    private static String checked(String name) {
        Violations violations = new Violations();
        String checked = violations.required(NAME, name);
        violations.throwIfAny();
        return checked;
    }

    /** Those who are about to store the tag end first, and what they stored is seen. */
    private void lock(long id) {
        jdbc.first("select id from platform_access_tag where id = ? for update", row -> row.getLong(1), id)
                .orElseThrow(Refusals::notFound);
    }

    private void requireUnique(String name, long id) {
        if (jdbc.first("select 1 from platform_access_tag where name = ? and id <> ?", row -> true, name, id)
                .isPresent()) {
            throw Unique.taken(NAME);
        }
    }

    private long insert(Author author, String name) {
        return jdbc.first(
                        "insert into platform_access_tag (name, created_by, updated_by)"
                                + " values (?, ?::bigint, ?::bigint) returning id",
                        row -> row.getLong(1),
                        name,
                        AuthorId.of(author),
                        AuthorId.of(author))
                .orElseThrow();
    }

    private int update(Author author, long id, String name) {
        return jdbc.update(
                "update platform_access_tag set name = ?, updated_at = now(), updated_by = ?::bigint where id = ?",
                name,
                AuthorId.of(author),
                id);
    }
}
