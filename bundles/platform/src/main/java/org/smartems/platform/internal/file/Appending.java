// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import org.smartems.platform.file.Piece;
import org.smartems.platform.file.UploadRefused;
import org.smartems.platform.file.UploadRefused.Reason;

/**
 * Writes one piece. What was synced is recorded from time to time, so that a killed server loses little of it; with a
 * checksum only the whole piece counts. What is in the file behind the record counts for nothing.
 */
final class Appending {

    private static final int BUFFER = 64 << 10;
    private static final long RECORD_BYTES = 16L << 20;
    private static final long RECORD_NANOS = Duration.ofSeconds(2).toNanos();

    private final FileChannel file;
    private final Piece piece;
    private final long limit;
    private final Record record;
    private final MessageDigest checksum;
    private final Hashes hashes;
    private long position;
    private long recorded;
    private long recordedAt;

    /** Stores that the bytes before an offset are safe. */
    @FunctionalInterface
    interface Record {
        /**
         * Stores it.
         *
         * @param hashes of those bytes; null when they are not known
         */
        void safe(long offset, Hashes hashes) throws IOException;
    }

    /**
     * A piece that is about to be written.
     *
     * @param limit the upload must not become longer
     * @param hashes of what is there; null when they are not known
     */
    Appending(FileChannel file, Piece piece, long limit, Hashes hashes, Record record) {
        this.file = file;
        this.piece = piece;
        this.limit = limit;
        this.hashes = hashes;
        this.record = record;
        this.checksum =
                piece.checksum().map(sum -> Hashes.digest(sum.algorithm())).orElse(null);
        this.position = piece.offset();
        this.recorded = position;
    }

    /** Returns where the upload is then. */
    long run() throws IOException, DiskFailure {
        truncate();
        recordedAt = System.nanoTime();
        try {
            read(piece.body().open());
        } catch (IOException away) {
            if (checksum == null) {
                record();
            } else {
                truncate();
            }
            throw away;
        } catch (DiskFailure | UploadRefused e) {
            truncateQuietly(e);
            throw e;
        }
        requireChecksum();
        record();
        return position;
    }

    private void read(InputStream in) throws IOException, DiskFailure {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (read > limit - position) {
                throw new UploadRefused(Reason.TOO_LARGE, "The upload becomes longer than it may: " + limit + " bytes");
            }
            DiskFailure.write(file, ByteBuffer.wrap(buffer, 0, read));
            position += read;
            if (hashes != null) {
                hashes.update(buffer, read);
            }
            if (checksum != null) {
                checksum.update(buffer, 0, read);
            } else if (position - recorded >= RECORD_BYTES || System.nanoTime() - recordedAt >= RECORD_NANOS) {
                record();
            }
        }
        if (piece.size().isPresent() && position - piece.offset() < piece.size().getAsLong()) {
            throw new EOFException("the body ended early");
        }
    }

    private void record() throws IOException, DiskFailure {
        if (position == recorded && position != limit) {
            return;
        }
        DiskFailure.sync(file);
        record.safe(position, hashes == null ? null : hashes.copy());
        recorded = position;
        recordedAt = System.nanoTime();
    }

    private void requireChecksum() throws DiskFailure {
        if (checksum == null) {
            return;
        }
        byte[] expected =
                Base64.getDecoder().decode(piece.checksum().orElseThrow().value());
        if (!MessageDigest.isEqual(expected, checksum.digest())) {
            truncate();
            throw new UploadRefused(Reason.CHECKSUM, "Upload-Checksum: the bytes add up to something else");
        }
    }

    /** Frees what does not count. */
    private void truncate() throws DiskFailure {
        try {
            file.truncate(recorded);
            file.position(recorded);
        } catch (IOException e) {
            throw new DiskFailure(e);
        }
    }

    private void truncateQuietly(Exception reason) {
        try {
            truncate();
        } catch (DiskFailure e) {
            reason.addSuppressed(e);
        }
    }
}
