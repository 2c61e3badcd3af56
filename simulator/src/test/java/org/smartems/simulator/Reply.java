// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the test server answers; {@code cutAfter} bytes of the body it closes the connection, if that is not negative.
 */
public record Reply(int status, Map<String, String> headers, byte[] body, boolean chunked, int cutAfter) {

    public static Reply of(int status, String contentType, String body) {
        Map<String, String> headers = contentType.isEmpty() ? Map.of() : Map.of("Content-Type", contentType);
        return new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8), false, -1);
    }

    public static Reply ok(String contentType, String body) {
        return of(200, contentType, body);
    }

    public static Reply json(String body) {
        return ok("application/json", body);
    }

    public static Reply nothing() {
        return of(200, "", "");
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, chunked, cutAfter);
    }

    public Reply inChunks() {
        return new Reply(status, headers, body, true, cutAfter);
    }

    public Reply cutAfter(int bytes) {
        return new Reply(status, headers, body, chunked, bytes);
    }
}
