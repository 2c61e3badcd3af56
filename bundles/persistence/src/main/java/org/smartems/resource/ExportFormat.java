// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A kind of file that lists are exported to. */
public interface ExportFormat {

    /** The last part of the path of its exports. */
    String name();

    /** Behind the dot of the file's name. */
    String extension();

    /** Of the answer. */
    String mediaType();

    /**
     * Begins a file.
     *
     * @param sheetName where the kind has sheets
     * @param labels of the columns
     * @return to be closed
     * @throws IOException when it cannot be written
     */
    Writer begin(String sheetName, List<String> labels) throws IOException;

    /** A file that is being written; used by one thread. */
    interface Writer extends AutoCloseable {

        /**
         * Writes one row.
         *
         * @param cells texts, numbers and booleans; null where there is nothing
         * @throws IOException when it cannot be written
         */
        void row(List<Object> cells) throws IOException;

        /**
         * Ends the file.
         *
         * @return temporary; whoever asked deletes it
         * @throws IOException when it cannot be written
         */
        Path end() throws IOException;

        /** Deletes the file unless it was ended. */
        @Override
        void close();
    }
}
