// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import javax.persistence.Version;
import org.smartems.fleet.History;
import org.smartems.platform.audit.Author;

/** What every stored thing knows of its changes. */
@MappedSuperclass
public abstract class Audited {

    @Version
    private int version;

    @Column(name = "created_at")
    private Timestamp createdAt;

    @Column(name = "updated_at")
    private Timestamp updatedAt;

    @Column(name = "created_by")
    private Long createdBy;

    @Column(name = "updated_by")
    private Long updatedBy;

    /** To be called with every change, the first one included. */
    protected final void changed(Author author, Instant now) {
        updatedAt = Timestamp.from(now.truncatedTo(ChronoUnit.MICROS)); // as the database keeps it
        updatedBy = userId(author);
        if (createdAt == null) {
            createdAt = updatedAt;
            createdBy = updatedBy;
        }
    }

    /** When and by whom. */
    public final History history() {
        return new History(createdAt.toInstant(), updatedAt.toInstant(), optional(createdBy), optional(updatedBy));
    }

    private static Long userId(Author author) {
        return author.userId().isPresent() ? author.userId().getAsLong() : null;
    }

    private static OptionalLong optional(Long id) {
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }
}
