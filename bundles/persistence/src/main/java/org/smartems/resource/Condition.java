// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * When a rule counts: a member of the same body has a value.
 *
 * @param field the member
 * @param value {@code true} or the text of an enumeration
 */
public record Condition(String field, Object value) {

    boolean holds(JsonNode body) {
        JsonNode sent = body.path(field);
        return value instanceof Boolean ? sent.asBoolean(false) : value.equals(sent.textValue());
    }

    /** {@code enabled}, or {@code sourceType=upload}. */
    @Override
    public String toString() {
        return value instanceof Boolean ? field : field + "=" + value;
    }
}
