// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.file.NewUpload;
import org.smartems.platform.file.StoredFile;
import org.smartems.platform.file.UploadLimits;
import org.smartems.platform.file.UploadRefused;
import org.smartems.platform.file.UploadRefused.Reason;

/** Uploads in the database. Methods join the caller's transaction or have one of their own. */
@Component(service = UploadRows.class)
public final class UploadRows {

    private static final String INSERT =
            """
            insert into platform_upload (id, user_id, purpose, filename, metadata, length, partial, parts,
                created_at, expires_at)
            values (?, ?, ?, ?, ?, cast(? as bigint), ?, ?, ?, ?)""";

    /** One whose length is not known may become as long as any. */
    private static final String TAKEN =
            """
            select count(*), coalesce(sum(coalesce(length, ?)), 0) from platform_upload
            where user_id = ? and used_at is null and expires_at > ?""";

    private final Transactions transactions;
    private final Jdbc jdbc;

    @Activate
    public UploadRows(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=platform)") EntityManagerFactory unit) {
        this(transactions);
    }

    UploadRows(Transactions transactions) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
    }

    private record Taken(long uploads, long bytes) {}

    /** Whose an upload is, and the id of its row. */
    record Key(String id, long user) {}

    /** When an upload begins and when it is gone. */
    record Life(Instant begin, Instant end) {}

    /** Fails when the user has no place for one more; several at once wait for each other. */
    void requirePlace(long user, NewUpload upload, UploadLimits limits, Instant now) {
        jdbc.first(
                "select pg_advisory_xact_lock(hashtextextended('platform_upload', cast(? as bigint)))",
                row -> true,
                user);
        Taken taken = jdbc.first(TAKEN, row -> new Taken(row.getLong(1), row.getLong(2)), limits.bytes(), user, now)
                .orElseThrow();
        if (taken.uploads() >= limits.uploads()) {
            throw new UploadRefused(
                    Reason.TOO_MANY, "Upload: no more than " + limits.uploads() + " at once, finish or delete some");
        }
        if (upload.length().orElse(limits.bytes()) > limits.quota() - taken.bytes()) {
            throw new UploadRefused(
                    Reason.QUOTA,
                    "Upload-Length: the uploads of a user may have " + limits.quota() + " bytes together");
        }
    }

    void insert(Key key, NewUpload upload, Optional<String> parts, Life life) {
        Long length = upload.length().isPresent() ? upload.length().getAsLong() : null;
        transactions.run(() -> jdbc.update(
                INSERT,
                key.id(),
                key.user(),
                upload.purpose().orElse(null),
                upload.fileName(),
                upload.metadata(),
                length,
                upload.partial(),
                parts.orElse(null),
                life.begin(),
                life.end()));
    }

    /** One that can still be used. */
    Optional<UploadRow> find(String id, long user) {
        return transactions.call(() -> jdbc.first(
                "select * from platform_upload where id = ? and user_id = ? and used_at is null",
                UploadRow::of,
                id,
                user));
    }

    /** The same, locked until the transaction ends. */
    Optional<UploadRow> lock(String id, long user) {
        return jdbc.first(
                "select * from platform_upload where id = ? and user_id = ? and used_at is null for update",
                UploadRow::of,
                id,
                user);
    }

    void setLength(String id, long length) {
        transactions.run(() -> requireRow(
                jdbc.update("update platform_upload set length = ? where id = ? and length is null", length, id)));
    }

    void setReceived(String id, long received) {
        transactions.run(
                () -> requireRow(jdbc.update("update platform_upload set received = ? where id = ?", received, id)));
    }

    void complete(String id, StoredFile hashed) {
        transactions.run(() -> requireRow(jdbc.update(
                "update platform_upload set received = ?, length = ?, sha256 = ?, md5 = ? where id = ?",
                hashed.size(),
                hashed.size(),
                hashed.sha256(),
                hashed.md5(),
                id)));
    }

    void use(String id, Instant now) {
        jdbc.update("update platform_upload set used_at = ? where id = ?", now, id);
    }

    boolean remove(String id) {
        return transactions.call(() -> jdbc.update("delete from platform_upload where id = ?", id)) == 1;
    }

    /** Those that were used, or whose time is over. */
    List<String> ended(Instant now) {
        return transactions.call(() -> jdbc.list(
                "select id from platform_upload where used_at is not null or expires_at <= ? order by expires_at",
                row -> row.getString(1),
                now));
    }

    boolean exists(String id) {
        return transactions.call(() -> jdbc.first("select 1 from platform_upload where id = ?", row -> true, id)
                .isPresent());
    }

    private static void requireRow(int changed) {
        if (changed != 1) {
            throw new UploadRefused(Reason.NOT_FOUND, "There is no such upload");
        }
    }
}
