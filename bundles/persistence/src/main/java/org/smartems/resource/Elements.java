// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Clients send a list as an array, or as an object with a name for each element. */
final class Elements {

    private Elements() {}

    /** The elements in order, by their index or name. */
    static Map<String, JsonNode> of(JsonNode list) {
        Map<String, JsonNode> elements = new LinkedHashMap<>();
        if (list.isObject()) {
            list.properties().forEach(member -> elements.put(member.getKey(), member.getValue()));
        }
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            elements.put(String.valueOf(i), list.get(i));
        }
        return elements;
    }
}
