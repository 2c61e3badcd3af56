// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps files by the checksum of their content; equal files are kept once. Safe for use by many threads, and by several
 * nodes that share the directory. Whoever stores a file owns it and deletes it when nothing refers to it any more.
 */
@ProviderType
public interface FileStore {

    /**
     * Keeps a content, hashed while it streams and never held in memory. It is on the disk when this returns.
     *
     * @param content read to its end, not closed
     * @return what was kept
     * @throws FullException when there is no room for it; nothing is kept of it
     * @throws IOException when reading or writing fails; nothing is kept of it
     */
    StoredFile store(InputStream content) throws IOException;

    /**
     * Opens a file for reading at any position. An open file can be read to its end even when it is deleted meanwhile.
     *
     * @param sha256 checksum of the content
     * @return for the caller to close
     * @throws NoSuchFileException when there is none
     * @throws IOException when it cannot be opened
     */
    FileChannel open(String sha256) throws IOException;

    /**
     * Deletes a file; nothing happens when there is none.
     *
     * @param sha256 checksum of the content
     * @throws IOException when it cannot be deleted
     */
    void delete(String sha256) throws IOException;

    /** There is no room for a file. */
    final class FullException extends IOException {

        private static final long serialVersionUID = 1L;

        /**
         * Built by the file store.
         *
         * @param cause what the system said
         */
        public FullException(IOException cause) {
            super("The disk is full", cause);
        }
    }
}
