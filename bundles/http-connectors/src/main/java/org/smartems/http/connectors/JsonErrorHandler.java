// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;

/** Errors in the form of the API, without stack traces and without what the client sent. */
final class JsonErrorHandler extends ErrorHandler {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Content-Type", "application/json",
            "X-Content-Type-Options", "nosniff");

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(base, response.getStatus(), null);
    }

    /** For requests that cannot even be parsed. */
    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields fields) {
        String requestId = newRequestId();
        HEADERS.forEach(fields::put);
        fields.put(REQUEST_ID, requestId);
        return ByteBuffer.wrap(body(status, null, requestId));
    }

    static void answer(Request base, int status, String message) throws IOException {
        base.setHandled(true);
        Response response = base.getResponse();
        String requestId = requestId(base);
        response.resetContent();
        response.setStatus(status);
        HEADERS.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
        byte[] body = body(status, message, requestId);
        response.setContentLength(body.length);
        response.getHttpOutput().write(body);
        response.closeOutput();
    }

    /** The one that the front filter gave, otherwise a new one. */
    static String requestId(Request base) {
        String given = base.getResponse().getHeader(REQUEST_ID);
        if (given != null) {
            return given;
        }
        String made = newRequestId();
        base.getResponse().setHeader(REQUEST_ID, made);
        return made;
    }

    private static String newRequestId() {
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static byte[] body(int status, String message, String requestId) {
        String text = message == null ? HttpStatus.getMessage(status) : message;
        return ("{\"code\":" + status + ",\"message\":\"" + text + "\",\"requestId\":\"" + requestId + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
