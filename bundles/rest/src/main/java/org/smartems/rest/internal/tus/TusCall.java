// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.tus;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.servlet.http.HttpServletResponse;
import org.smartems.platform.file.NewUpload;
import org.smartems.platform.file.UploadRefused;
import org.smartems.platform.file.UploadState;
import org.smartems.platform.file.Uploads;
import org.smartems.rest.internal.error.Refusal;

/** One call of somebody who may upload. */
final class TusCall {

    private static final String LENGTH = "Upload-Length";
    private static final String DEFER_LENGTH = "Upload-Defer-Length";
    private static final String OFFSET = "Upload-Offset";
    private static final String CONCAT = "Upload-Concat";
    private static final String METADATA = "Upload-Metadata";
    private static final String PARTIAL = "partial";
    private static final String FINAL = "final;";

    private final Uploads uploads;
    private final long user;
    private final TusRequest request;
    private final HttpServletResponse response;

    TusCall(Uploads uploads, long user, TusRequest request, HttpServletResponse response) {
        this.uploads = uploads;
        this.user = user;
        this.request = request;
        this.response = response;
    }

    void create() throws IOException {
        Optional<String> concat = request.header(CONCAT);
        if (request.hasBody() && !request.isPiece()) {
            refuseMediaType();
            return;
        }
        if (concat.isPresent() && concat.get().startsWith(FINAL)) {
            join(concat.get());
            return;
        }
        if (concat.isPresent() && !concat.get().equals(PARTIAL)) {
            throw TusRequest.invalid("Upload-Concat: must be partial or final;URLS");
        }
        NewUpload upload = announced(length(), concat.isPresent());
        UploadState state = request.isPiece() ? createWithPiece(upload) : uploads.create(user, upload);
        if (request.isPiece()) {
            response.setHeader(OFFSET, Long.toString(state.offset()));
        }
        created(state);
    }

    /** Without an answer the client would not know the place of what was created: it goes when the piece is refused. */
    private UploadState createWithPiece(NewUpload upload) throws IOException {
        var piece = request.piece(0, OptionalLong.empty());
        long most = upload.length().orElse(uploads.limits().bytes());
        if (piece.size().orElse(0) > most) {
            throw new UploadRefused(
                    UploadRefused.Reason.TOO_LARGE, "Content-Length: the upload has only " + most + " bytes");
        }
        String token = uploads.create(user, upload).token();
        try {
            return uploads.append(user, token, piece);
        } catch (IOException | RuntimeException e) {
            terminateQuietly(token, e);
            throw e;
        }
    }

    private void terminateQuietly(String token, Exception reason) {
        try {
            uploads.terminate(user, token);
        } catch (IOException | RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private void join(String concat) throws IOException {
        if (request.has(LENGTH) || request.has(DEFER_LENGTH)) {
            throw TusRequest.invalid("Upload-Length: is that of the parts together and must not be sent");
        }
        if (request.hasBody()) {
            throw TusRequest.invalid("Upload-Concat: a final upload takes no bytes of its own");
        }
        List<String> parts = Arrays.stream(
                        concat.substring(FINAL.length()).strip().split(" +"))
                .map(this::token)
                .toList();
        created(uploads.join(user, announced(OptionalLong.empty(), false), parts, concat));
    }

    private String token(String url) {
        String root = request.servlet().getServletPath() + "/";
        try {
            String path = URI.create(url).getPath();
            if (path != null && path.startsWith(root)) {
                return path.substring(root.length());
            }
        } catch (IllegalArgumentException expected) {
            // refused below
        }
        throw TusRequest.invalid("Upload-Concat: must name uploads of this server");
    }

    private OptionalLong length() {
        OptionalLong length = request.number(LENGTH);
        Optional<String> deferred = request.header(DEFER_LENGTH);
        if (deferred.isPresent() && !deferred.get().equals("1")) {
            throw TusRequest.invalid("Upload-Defer-Length: must be 1");
        }
        if (length.isPresent() == deferred.isPresent()) {
            throw TusRequest.invalid("Upload-Length: must be sent, or else Upload-Defer-Length");
        }
        return length;
    }

    private NewUpload announced(OptionalLong length, boolean partial) {
        TusMetadata metadata = TusMetadata.of(request.header(METADATA).orElse(""));
        return new NewUpload(length, partial, metadata.purpose(), metadata.fileName(), metadata.header());
    }

    private void created(UploadState state) {
        response.setHeader("Location", request.servlet().getServletPath() + "/" + state.token());
        expires(state);
        response.setStatus(HttpServletResponse.SC_CREATED);
    }

    void tell() {
        UploadState state = uploads.state(user, request.token());
        response.setHeader(OFFSET, Long.toString(state.offset()));
        if (state.length().isPresent()) {
            response.setHeader(LENGTH, Long.toString(state.length().getAsLong()));
        } else {
            response.setHeader(DEFER_LENGTH, "1");
        }
        if (!state.metadata().isEmpty()) {
            response.setHeader(METADATA, state.metadata());
        }
        if (state.partial()) {
            response.setHeader(CONCAT, PARTIAL);
        }
        state.parts().ifPresent(parts -> response.setHeader(CONCAT, parts));
        expires(state);
        response.setStatus(HttpServletResponse.SC_OK);
    }

    void append() throws IOException {
        if (!request.isPiece()) {
            refuseMediaType();
            return;
        }
        long offset = request.number(OFFSET).orElseThrow(() -> TusRequest.invalid("Upload-Offset: must be sent"));
        UploadState state = uploads.append(user, request.token(), request.piece(offset, request.number(LENGTH)));
        response.setHeader(OFFSET, Long.toString(state.offset()));
        expires(state);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    void terminate() throws IOException {
        uploads.terminate(user, request.token());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void expires(UploadState state) {
        response.setDateHeader("Upload-Expires", state.expiresAt().toEpochMilli());
    }

    private void refuseMediaType() throws IOException {
        response.setHeader("Connection", "close");
        new Refusal(
                        HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                        "Content-Type: must be application/offset+octet-stream")
                .write(request.servlet(), response);
    }
}
