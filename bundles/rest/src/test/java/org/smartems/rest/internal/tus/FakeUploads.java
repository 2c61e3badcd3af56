// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.tus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.smartems.platform.file.NewUpload;
import org.smartems.platform.file.Piece;
import org.smartems.platform.file.Upload;
import org.smartems.platform.file.UploadLimits;
import org.smartems.platform.file.UploadRefused;
import org.smartems.platform.file.UploadState;
import org.smartems.platform.file.Uploads;

/** Uploads in memory, which refuse nothing but what they are told to. */
final class FakeUploads implements Uploads {

    static final Instant EXPIRY = Instant.parse("2026-01-31T10:00:00Z");
    static final long MOST = 1000;

    private static final class Kept {
        private final NewUpload announced;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private Optional<String> parts = Optional.empty();

        Kept(NewUpload announced) {
            this.announced = announced;
        }
    }

    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private UploadRefused refusal;
    private Piece last;
    private List<String> joined;

    void refuse(UploadRefused reason) {
        refusal = reason;
    }

    int size() {
        return kept.size();
    }

    String content(String token) {
        return kept.get(token).content.toString();
    }

    NewUpload announced(String token) {
        return kept.get(token).announced;
    }

    Piece last() {
        return last;
    }

    List<String> joined() {
        return joined;
    }

    @Override
    public UploadLimits limits() {
        return new UploadLimits(MOST, MOST, 1);
    }

    @Override
    public UploadState create(long user, NewUpload upload) {
        String token = "token" + kept.size();
        kept.put(token, new Kept(upload));
        return state(user, token);
    }

    @Override
    public UploadState state(long user, String token) {
        Kept one = kept.get(token);
        return new UploadState(
                token,
                one.announced.length(),
                one.content.size(),
                one.announced.partial(),
                one.parts,
                one.announced.metadata(),
                EXPIRY);
    }

    @Override
    public UploadState append(long user, String token, Piece piece) throws IOException {
        last = piece;
        if (refusal != null) {
            throw refusal;
        }
        piece.body().open().transferTo(kept.get(token).content);
        return state(user, token);
    }

    @Override
    public UploadState join(long user, NewUpload upload, List<String> parts, String named) {
        joined = parts;
        String token = create(user, new NewUpload(OptionalLong.of(0), false, upload.purpose(), "", ""))
                .token();
        kept.get(token).parts = Optional.of(named);
        return state(user, token);
    }

    @Override
    public void terminate(long user, String token) {
        kept.remove(token);
    }

    @Override
    public Optional<Upload> take(long user, String token, String purpose) {
        throw new UnsupportedOperationException();
    }
}
