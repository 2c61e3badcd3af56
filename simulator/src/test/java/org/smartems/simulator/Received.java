// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request that the test server got; names of headers are in lower case. */
public record Received(String method, String target, Map<String, String> headers, String body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public boolean authenticated() {
        return headers.containsKey("authorization");
    }

    public Map<String, String> form() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : body.split("&")) {
            String[] pair = field.split("=", 2);
            fields.put(pair[0], URLDecoder.decode(pair[1], UTF_8));
        }
        return fields;
    }
}
