// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request; immutable. */
public record Request(String method, URI uri, Map<String, String> headers, byte[] body) {

    private static final byte[] NOTHING = {};

    public static Request of(String method, URI uri) {
        return new Request(method, uri, Map.of(), NOTHING);
    }

    public static Request post(URI uri, String contentType, String body) {
        return new Request("POST", uri, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    public Request with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Request(method, uri, more, body);
    }

    Request to(URI other) {
        return new Request(method, other, headers, body);
    }

    /** Path and query, as in the first line and in Digest. */
    String target() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery();
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(512)
                .append(method)
                .append(' ')
                .append(target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(uri.getHost())
                .append(uri.getPort() < 0 ? "" : ":" + uri.getPort())
                .append("\r\nUser-Agent: smartems-simulator\r\nAccept: */*\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0 || "POST".equals(method)) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
