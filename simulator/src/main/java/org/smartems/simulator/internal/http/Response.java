// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** An answer, read to its end; names of headers are in lower case. */
public record Response(int status, Map<String, List<String>> headers, byte[] body) {

    /** The first value, or the empty text. */
    public String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? "" : values.get(0);
    }

    public List<String> headerValues(String name) {
        return headers.getOrDefault(name, List.of());
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
