// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.accesstag;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;

/** The access tags of users; every method needs the caller's transaction. */
@Component(service = TaggedUsers.class)
public final class TaggedUsers {

    /** An array with the tags of the user {@code u}. */
    public static final String TAGS = "(select coalesce(jsonb_agg(access_tag_id order by access_tag_id), '[]')"
            + " from platform_user_access_tag where user_id = u.id)";

    private static final AuditedEntity AUDITED = new AuditedEntity(
            "User",
            "select jsonb_build_object('access_tags', " + TAGS + ") from platform_user u where u.id = ?",
            Set.of());

    private final Jdbc jdbc;
    private final AuditLog auditLog;

    @Activate
    public TaggedUsers(@Reference Transactions transactions, @Reference AuditLog auditLog) {
        this.jdbc = new Jdbc(transactions);
        this.auditLog = auditLog;
    }

    /** Replaces the tags of a user, which the caller audits. */
    public void replace(long user, Collection<Long> tags) {
        Object wanted = tags.stream().distinct().sorted().toArray(Long[]::new);
        jdbc.update(
                "delete from platform_user_access_tag where user_id = ? and access_tag_id <> all (?)", user, wanted);
        jdbc.update(
                "insert into platform_user_access_tag (user_id, access_tag_id) select ?, unnest(?::bigint[])"
                        + " on conflict do nothing",
                user,
                wanted);
    }

    /** Takes a tag from everybody. */
    void untag(Author author, long tag) {
        List<Long> users = jdbc.list(
                "select user_id from platform_user_access_tag where access_tag_id = ? order by user_id",
                row -> row.getLong(1),
                tag);
        auditLog.changedMany(
                author,
                AUDITED,
                users,
                () -> jdbc.update("delete from platform_user_access_tag where access_tag_id = ?", tag));
    }
}
