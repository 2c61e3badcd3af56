// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.persistence.Transactions;
import org.smartems.platform.file.NewUpload;
import org.smartems.platform.file.Piece;
import org.smartems.platform.file.StoredFile;
import org.smartems.platform.file.Upload;
import org.smartems.platform.file.UploadLimits;
import org.smartems.platform.file.UploadRefused;
import org.smartems.platform.file.UploadRefused.Reason;
import org.smartems.platform.file.UploadState;
import org.smartems.platform.file.Uploads;

/**
 * See {@link Uploads}. The database says how much of an upload counts, and who may reach it; a file may hold more than
 * that after a crash, never less.
 */
@Component(service = Uploads.class)
public final class UploadService implements Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(UploadService.class);

    /** What is known of an upload once its parts were copied. */
    private record Joined(String named, StoredFile hashed) {}

    private final Transactions transactions;
    private final UploadRows rows;
    private final UploadFiles files;
    private final DirectoryFileStore store;
    private final UploadLimits limits;
    private final Duration life;
    private final Clock clock;
    private final RunningHashes running = new RunningHashes();

    @Activate
    public UploadService(
            @Reference Transactions transactions,
            @Reference UploadRows rows,
            @Reference UploadFiles files,
            @Reference DirectoryFileStore store,
            @Reference FileDirectory directory) {
        this(transactions, rows, files, store, directory.configuration(), Clock.systemUTC());
    }

    UploadService(
            Transactions transactions,
            UploadRows rows,
            UploadFiles files,
            DirectoryFileStore store,
            FilesConfiguration configuration,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.files = files;
        this.store = store;
        this.limits = new UploadLimits(
                configuration.uploadBytes(), configuration.uploadQuotaBytes(), configuration.uploadsPerUser());
        this.life = Duration.ofHours(configuration.uploadHours());
        this.clock = clock;
    }

    @Override
    public UploadLimits limits() {
        return limits;
    }

    @Override
    public UploadState create(long user, NewUpload upload) throws IOException {
        requireAllowed(upload.length().orElse(0));
        requireRoom(upload.length().orElse(0));
        String token = UploadToken.next();
        String id = UploadToken.id(token).orElseThrow();
        try (UploadFiles.Held file = newFile(id)) {
            insert(id, user, upload);
            UploadRow row = required(id, user);
            if (row.isComplete()) {
                record(row, file, 0, new Hashes());
            }
            return row.state(token);
        } catch (RuntimeException e) {
            files.delete(id);
            throw e;
        }
    }

    private UploadFiles.Held newFile(String id) throws IOException {
        try {
            return files.create(id);
        } catch (IOException e) {
            throw refused(new DiskFailure(e));
        }
    }

    private void insert(String id, long user, NewUpload upload) {
        Instant now = clock.instant();
        transactions.run(() -> {
            rows.requirePlace(user, upload, limits, now);
            rows.insert(new UploadRows.Key(id, user), upload, Optional.empty(), life(now));
        });
    }

    private UploadRows.Life life(Instant now) {
        return new UploadRows.Life(now, now.plus(life));
    }

    @Override
    public UploadState state(long user, String token) {
        return live(user, token).state(token);
    }

    @Override
    public UploadState append(long user, String token, Piece piece) throws IOException {
        UploadRow seen = live(user, token);
        requireFitting(seen, piece);
        try (UploadFiles.Held file = files.hold(seen.id())) {
            UploadRow row = live(user, token);
            requireFitting(row, piece);
            if (row.length().isEmpty() && piece.length().isPresent()) {
                rows.setLength(row.id(), piece.length().getAsLong());
                row = row.withLength(piece.length().getAsLong());
            }
            boolean ended = row.isComplete() && (row.partial() || row.hashed().isPresent());
            return ended ? row.state(token) : append(row, file, piece).state(token);
        }
    }

    private UploadRow append(UploadRow row, UploadFiles.Held file, Piece piece) throws IOException {
        long limit = row.length().orElse(limits.bytes());
        Hashes hashes = row.partial() ? null : running.copy(row.id(), row.received());
        try {
            return row.withReceived(
                    new Appending(file.channel(), piece, limit, hashes, (offset, sum) -> record(row, file, offset, sum))
                            .run());
        } catch (DiskFailure e) {
            throw refused(e);
        }
    }

    /** Those bytes are on the disk. At the end of an upload its checksums are stored in the same instant. */
    private void record(UploadRow row, UploadFiles.Held file, long offset, Hashes hashes) throws IOException {
        boolean complete = row.length().isPresent() && row.length().getAsLong() == offset;
        if (!complete || row.partial()) {
            rows.setReceived(row.id(), offset);
            if (hashes != null) {
                running.keep(row.id(), offset, hashes);
            }
            return;
        }
        Hashes all = hashes == null ? Contents.hash(file.channel(), offset) : hashes;
        rows.complete(row.id(), all.result(offset));
        running.forget(row.id());
    }

    @Override
    public UploadState join(long user, NewUpload upload, List<String> parts, String named) throws IOException {
        try (HeldParts held =
                HeldParts.of(parts.stream().map(part -> part(user, part)).toList(), files)) {
            long length = held.length();
            requireAllowed(length);
            requireRoom(length);
            String token = UploadToken.next();
            String id = UploadToken.id(token).orElseThrow();
            try (UploadFiles.Held file = newFile(id)) {
                NewUpload whole = new NewUpload(
                        OptionalLong.of(length), false, upload.purpose(), upload.fileName(), upload.metadata());
                Joined joined = new Joined(named, held.copyTo(file.channel()));
                replace(held, new UploadRows.Key(id, user), whole, joined);
            } catch (DiskFailure e) {
                files.delete(id);
                throw refused(e);
            } catch (RuntimeException e) {
                files.delete(id);
                throw e;
            }
            held.delete(files);
            return required(id, user).state(token);
        }
    }

    private void replace(HeldParts parts, UploadRows.Key key, NewUpload whole, Joined joined) {
        Instant now = clock.instant();
        transactions.run(() -> {
            for (UploadRow part : parts.rows()) {
                if (!rows.remove(part.id())) {
                    throw new UploadRefused(Reason.NOT_FOUND, "A part is gone meanwhile");
                }
            }
            rows.requirePlace(key.user(), whole, limits, now);
            rows.insert(key, whole, Optional.of(joined.named()), life(now));
            rows.complete(key.id(), joined.hashed());
        });
    }

    private UploadRow part(long user, String token) {
        UploadRow part = UploadToken.id(token)
                .flatMap(id -> rows.find(id, user))
                .filter(UploadRow::partial)
                .filter(row -> row.expiresAt().isAfter(clock.instant()))
                .orElseThrow(() -> new UploadRefused(
                        Reason.INVALID, "Upload-Concat: names something that is no partial upload of yours"));
        if (!part.isComplete()) {
            throw new UploadRefused(Reason.WRONG_OFFSET, "Upload-Concat: a partial upload is not finished");
        }
        return part;
    }

    @Override
    public void terminate(long user, String token) throws IOException {
        UploadRow row = live(user, token);
        try (UploadFiles.Held file = files.hold(row.id())) {
            LOG.debug("Ending {}", file.path());
            rows.remove(row.id());
            files.delete(row.id());
            running.forget(row.id());
        }
    }

    @Override
    public Optional<Upload> take(long user, String token, String purpose) throws IOException {
        if (!transactions.active()) {
            throw new IllegalStateException("an upload is used within a transaction");
        }
        Optional<UploadRow> found = UploadToken.id(token)
                .flatMap(id -> rows.lock(id, user))
                .filter(row -> row.isFor(purpose) && row.expiresAt().isAfter(clock.instant()))
                .filter(row -> row.hashed().isPresent());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        UploadRow row = found.get();
        rows.use(row.id(), clock.instant());
        store.adopt(files.path(row.id()), row.hashed().orElseThrow());
        return Optional.of(new Upload(row.fileName(), row.hashed().orElseThrow()));
    }

    private UploadRow live(long user, String token) {
        UploadRow row = UploadToken.id(token)
                .flatMap(id -> rows.find(id, user))
                .orElseThrow(() -> new UploadRefused(Reason.NOT_FOUND, "There is no such upload"));
        if (!row.expiresAt().isAfter(clock.instant())) {
            throw new UploadRefused(Reason.EXPIRED, "The upload has expired");
        }
        return row;
    }

    private UploadRow required(String id, long user) {
        return rows.find(id, user).orElseThrow();
    }

    private void requireFitting(UploadRow row, Piece piece) {
        if (row.parts().isPresent()) {
            throw new UploadRefused(Reason.JOINED, "An upload that was made of parts takes no more");
        }
        if (piece.offset() != row.received()) {
            throw new UploadRefused(Reason.WRONG_OFFSET, "Upload-Offset: the upload is at " + row.received());
        }
        if (piece.length().isPresent()) {
            requireFitting(row, piece.length().getAsLong());
        }
        long length = row.length().orElse(piece.length().orElse(limits.bytes()));
        if (piece.size().orElse(0) > length - row.received()) {
            throw new UploadRefused(Reason.TOO_LARGE, "Content-Length: the upload has only " + length + " bytes");
        }
    }

    private void requireFitting(UploadRow row, long told) {
        if (told < row.received() || row.length().orElse(told) != told) {
            throw new UploadRefused(Reason.INVALID, "Upload-Length: contradicts what is known of the upload");
        }
        requireAllowed(told);
    }

    private void requireAllowed(long length) {
        if (length > limits.bytes()) {
            throw new UploadRefused(Reason.TOO_LARGE, "Upload-Length: more than " + limits.bytes() + " bytes");
        }
    }

    private void requireRoom(long length) throws IOException {
        if (length > files.room()) {
            throw full();
        }
    }

    private RuntimeException refused(DiskFailure failure) throws IOException {
        if (failure.isFull(files.directory())) {
            LOG.error("An upload was refused: the disk of {} is full", files.directory());
            return full();
        }
        return new PlatformException(
                ErrorCategory.INTERNAL, "uploadFailed", "The file cannot be written", failure.failure());
    }

    private static UploadRefused full() {
        return new UploadRefused(Reason.NO_ROOM, "The disk of the server is full");
    }
}
