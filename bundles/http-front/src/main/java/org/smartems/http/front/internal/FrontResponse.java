// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/** Keeps the headers of the front through a reset, and words every error in the form of the API. */
final class FrontResponse extends HttpServletResponseWrapper {

    private static final Map<Integer, String> MESSAGES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(413, "Payload Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(416, "Range Not Satisfiable"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Server Error"),
            Map.entry(503, "Service Unavailable"));

    private final String requestId;
    private final Map<String, String> lasting = new LinkedHashMap<>();

    FrontResponse(HttpServletResponse response, String requestId) {
        super(response);
        this.requestId = requestId;
    }

    void setLastingHeader(String name, String value) {
        lasting.put(name, value);
        setHeader(name, value);
    }

    void answer(int status, String json) throws IOException {
        answer(status, "application/json", json);
    }

    void answer(int status, String type, String text) throws IOException {
        resetBuffer();
        setStatus(status);
        setContentType(type);
        try {
            write(getOutputStream(), text.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalStateException e) {
            // Whoever came before has taken the writer.
            try (PrintWriter writer = getWriter()) {
                writer.print(text);
            }
        }
    }

    private void write(OutputStream stream, byte[] body) throws IOException {
        setContentLength(body.length);
        try (stream) {
            stream.write(body);
        }
    }

    @Override
    public void reset() {
        super.reset();
        lasting.forEach(this::setHeader);
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    /** The text is dropped: containers put paths and class names into it. */
    @Override
    public void sendError(int status, String text) throws IOException {
        if (status < 400) {
            super.sendError(status, text);
            return;
        }
        if (isCommitted()) {
            throw new IllegalStateException("Committed");
        }
        setHeader("Cache-Control", "no-store");
        answer(status, Json.error(status, MESSAGES.getOrDefault(status, "Error"), requestId));
    }
}
