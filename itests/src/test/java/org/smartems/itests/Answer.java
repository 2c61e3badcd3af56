// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** What a server answered; names of headers are in lower case. */
record Answer(int status, Map<String, List<String>> headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Null when the answer does not have the header; a header that comes twice fails. */
    String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
        if (values.size() > 1) {
            throw new AssertionError("header " + name + " comes " + values.size() + " times: " + values);
        }
        return values.isEmpty() ? null : values.get(0);
    }

    boolean isJson() {
        String type = header("Content-Type");
        return type != null && type.split(";")[0].trim().equals("application/json");
    }

    JsonNode json() {
        if (!isJson()) {
            throw new AssertionError("not JSON: " + this);
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + this, e);
        }
    }

    String text(String member) {
        JsonNode value = json().path(member);
        if (!value.isTextual()) {
            throw new AssertionError("no text " + member + ": " + this);
        }
        return value.textValue();
    }
}
