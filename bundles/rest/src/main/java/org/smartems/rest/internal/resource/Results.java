// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.resource.Result;
import org.smartems.rest.internal.error.ErrorExtension;

/** Results as answers. */
final class Results {

    private static final String API = "/web/api/";

    private Results() {}

    static Response response(Result result, HttpServletRequest request) {
        if (result instanceof Result.Json json) {
            return Response.ok(json.body(), MediaType.APPLICATION_JSON_TYPE).build();
        }
        if (result instanceof Result.Accepted accepted) {
            return Response.accepted(accepted.state())
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .header(HttpHeaders.LOCATION, API + accepted.path())
                    .build();
        }
        if (result instanceof Result.Conflict conflict) {
            ObjectNode body = ErrorExtension.conflict(conflict.messages(), ErrorExtension.requestId(request));
            body.set("payload", conflict.payload());
            return Response.status(409)
                    .entity(body)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        if (result instanceof Result.Download download) {
            return file(download);
        }
        if (result instanceof Result.Content) {
            // DownloadFilter answers it, and has not started yet
            throw new PlatformException(ErrorCategory.UNAVAILABLE, "unavailable", "Files are away for the moment");
        }
        return Response.noContent().build();
    }

    private static Response file(Result.Download download) {
        try {
            return Response.ok((StreamingOutput) out -> send(download.file(), out), download.mediaType())
                    .header(HttpHeaders.CONTENT_LENGTH, Files.size(download.file()))
                    .header(HttpHeaders.CONTENT_DISPOSITION, disposition(download.name()))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Path file, java.io.OutputStream out) throws IOException {
        try {
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** RFC 6266: a name in ASCII for old clients, and the whole one (RFC 8187). */
    private static String disposition(String name) {
        String ascii = name.replaceAll("[^ -~]|[\"\\\\]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
