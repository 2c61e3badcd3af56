// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.smartems.platform.file.StoredFile;
import org.smartems.platform.file.UploadState;

/**
 * An upload as it is stored.
 *
 * @param id of the row, and the name of the file
 * @param user whose it is
 * @param purpose of the client; empty for any
 * @param fileName as the client calls it
 * @param metadata as the client sent it
 * @param length empty while it is not known
 * @param received bytes that are on the disk
 * @param partial whether it is a part
 * @param parts of what it was made
 * @param hashed checksums, once it is complete and no part
 * @param expiresAt when it goes
 */
record UploadRow(
        String id,
        long user,
        Optional<String> purpose,
        String fileName,
        String metadata,
        OptionalLong length,
        long received,
        boolean partial,
        Optional<String> parts,
        Optional<StoredFile> hashed,
        Instant expiresAt) {

    static UploadRow of(ResultSet row) throws SQLException {
        long length = row.getLong("length");
        OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(length);
        String sha256 = row.getString("sha256");
        String md5 = row.getString("md5");
        return new UploadRow(
                row.getString("id"),
                row.getLong("user_id"),
                Optional.ofNullable(row.getString("purpose")),
                row.getString("filename"),
                row.getString("metadata"),
                known,
                row.getLong("received"),
                row.getBoolean("partial"),
                Optional.ofNullable(row.getString("parts")),
                sha256 == null ? Optional.empty() : Optional.of(new StoredFile(sha256, md5, length)),
                row.getTimestamp("expires_at").toInstant());
    }

    boolean isComplete() {
        return length.isPresent() && length.getAsLong() == received;
    }

    boolean isFor(String wanted) {
        return purpose.isEmpty() || purpose.get().equals(wanted);
    }

    UploadState state(String token) {
        return new UploadState(token, length, received, partial, parts, metadata, expiresAt);
    }

    UploadRow withLength(long told) {
        return new UploadRow(
                id,
                user,
                purpose,
                fileName,
                metadata,
                OptionalLong.of(told),
                received,
                partial,
                parts,
                hashed,
                expiresAt);
    }

    UploadRow withReceived(long offset) {
        return new UploadRow(id, user, purpose, fileName, metadata, length, offset, partial, parts, hashed, expiresAt);
    }
}
