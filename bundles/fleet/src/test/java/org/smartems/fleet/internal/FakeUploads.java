// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.smartems.platform.file.NewUpload;
import org.smartems.platform.file.Piece;
import org.smartems.platform.file.Upload;
import org.smartems.platform.file.UploadLimits;
import org.smartems.platform.file.UploadState;
import org.smartems.platform.file.Uploads;

/** Uploads that are finished; they are used as often as somebody asks. */
public final class FakeUploads implements Uploads {

    private record Finished(long user, String purpose, String fileName, byte[] content) {}

    private final Map<String, Finished> finished = new ConcurrentHashMap<>();
    private final FakeFileStore store;

    FakeUploads(FakeFileStore store) {
        this.store = store;
    }

    /** Adds one for firmware. */
    public void add(long user, String token, String fileName, byte[] content) {
        finished.put(token, new Finished(user, "firmware", fileName, content));
    }

    @Override
    public Optional<Upload> take(long user, String token, String purpose) throws IOException {
        Finished one = finished.get(token);
        return one == null || one.user() != user || !one.purpose().equals(purpose)
                ? Optional.empty()
                : Optional.of(new Upload(one.fileName(), store.store(new ByteArrayInputStream(one.content()))));
    }

    @Override
    public UploadLimits limits() {
        throw new UnsupportedOperationException();
    }

    @Override
    public UploadState create(long user, NewUpload upload) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UploadState state(long user, String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UploadState append(long user, String token, Piece piece) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UploadState join(long user, NewUpload upload, List<String> parts, String named) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void terminate(long user, String token) {
        throw new UnsupportedOperationException();
    }
}
