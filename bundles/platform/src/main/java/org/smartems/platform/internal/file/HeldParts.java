// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.smartems.platform.file.StoredFile;
import org.smartems.platform.file.UploadRefused;
import org.smartems.platform.file.UploadRefused.Reason;

/**
 * The parts of an upload that is being joined; nobody else works on them meanwhile.
 *
 * @param rows in order
 * @param files of the rows
 */
record HeldParts(List<UploadRow> rows, List<UploadFiles.Held> files) implements Closeable {

    static HeldParts of(List<UploadRow> rows, UploadFiles files) throws IOException {
        if (rows.stream().map(UploadRow::id).distinct().count() < rows.size()) {
            throw new UploadRefused(Reason.INVALID, "Upload-Concat: names a partial upload twice");
        }
        HeldParts parts = new HeldParts(rows, new ArrayList<>());
        try {
            for (UploadRow row : rows) {
                parts.files().add(files.hold(row.id()));
            }
            return parts;
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    long length() {
        return rows.stream().mapToLong(UploadRow::received).sum();
    }

    StoredFile copyTo(FileChannel out) throws IOException, DiskFailure {
        Hashes hashes = new Hashes();
        for (int i = 0; i < rows.size(); i++) {
            Contents.<DiskFailure>read(files.get(i).channel(), rows.get(i).received(), (bytes, length) -> {
                hashes.update(bytes, length);
                DiskFailure.write(out, ByteBuffer.wrap(bytes, 0, length));
            });
        }
        DiskFailure.sync(out);
        return hashes.result(length());
    }

    void delete(UploadFiles directory) throws IOException {
        for (UploadRow row : rows) {
            directory.delete(row.id());
        }
    }

    @Override
    public void close() throws IOException {
        for (UploadFiles.Held file : files) {
            file.close();
        }
    }
}
