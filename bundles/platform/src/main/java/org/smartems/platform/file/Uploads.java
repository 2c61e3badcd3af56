// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Files that come in piece by piece, each piece over any node, and may be interrupted anywhere. Safe for use by many
 * threads and by several nodes that share database and directory.
 *
 * <p>An upload is reached by a token of 128 random bits and by its user alone. What is refused is an
 * {@link UploadRefused}; while the database is away everything is a
 * {@link org.smartems.persistence.DatabaseUnavailable}. All methods but {@link #take} have transactions of their own
 * and must not be called in one.
 */
@ProviderType
public interface Uploads {

    /**
     * What may be uploaded.
     *
     * @return as it is configured
     */
    UploadLimits limits();

    /**
     * Begins an upload.
     *
     * @param user id of who does it
     * @param upload what was announced
     * @return with a new token
     * @throws IOException when nothing can be written
     */
    UploadState create(long user, NewUpload upload) throws IOException;

    /**
     * Tells how far an upload is.
     *
     * @param user id of who asks
     * @param token of the upload, any text
     * @return as it is known
     */
    UploadState state(long user, String token);

    /**
     * Adds a piece. When the client goes in the middle, what has come is kept, unless a checksum was to be met.
     *
     * @param user id of who does it
     * @param token of the upload, any text
     * @param piece what to add
     * @return where the upload is then
     * @throws IOException when the client goes, or the disk fails
     */
    UploadState append(long user, String token, Piece piece) throws IOException;

    /**
     * Makes one upload of finished parts, which are gone then.
     *
     * @param user id of who does it; the parts must be this user's
     * @param upload what was said of it; without a length
     * @param parts tokens of the parts in order
     * @param named the parts as the client named them
     * @return with a new token, complete
     * @throws IOException when the disk fails
     */
    UploadState join(long user, NewUpload upload, List<String> parts, String named) throws IOException;

    /**
     * Ends an upload; its bytes are deleted.
     *
     * @param user id of who does it
     * @param token of the upload, any text
     * @throws IOException when they cannot be deleted
     */
    void terminate(long user, String token) throws IOException;

    /**
     * Uses a finished upload, once: moves it into the {@link FileStore}, where the caller owns it from now on, in the
     * caller's transaction. After a rollback the token can be used again, and the file is for the caller to delete.
     *
     * <p>The caller must hold whatever keeps it from deleting an equal file meanwhile.
     *
     * @param user id of who does it
     * @param token of the upload, any text
     * @param purpose what it is used for
     * @return empty for everything that is no finished upload of this user for this purpose
     * @throws IOException when the file cannot be moved
     * @throws IllegalStateException outside a transaction
     */
    Optional<Upload> take(long user, String token, String purpose) throws IOException;
}
