// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What was sent, checked against its fields. A member that is missing counts as null, false or empty, as the contract
 * has it, unless its field has a default for things that are made. Immutable.
 */
public final class Input {

    /** Nothing was sent. */
    public static final Input EMPTY = new Input(Map.of(), Set.of());

    private final Map<String, Object> values;
    private final Set<String> sent;

    Input(Map<String, Object> values, Set<String> sent) {
        this.values = new LinkedHashMap<>(values);
        this.sent = Set.copyOf(sent);
    }

    /** Whether a member was sent, even as null. */
    public boolean has(String name) {
        return sent.contains(name);
    }

    /** A text; empty when there is none. */
    public String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    /** A text. */
    public Optional<String> optionalText(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    /** Yes or no. */
    public boolean bool(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** A number of 32 bits. */
    public OptionalInt integer(String name) {
        return values.get(name) instanceof Long number ? OptionalInt.of(Math.toIntExact(number)) : OptionalInt.empty();
    }

    /** A number, or the id of another thing. */
    public OptionalLong number(String name) {
        return values.get(name) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** The ids of other things, in the order in which they were sent, each once. */
    @SuppressWarnings("unchecked")
    public List<Long> ids(String name) {
        return values.get(name) instanceof List<?> ids ? (List<Long>) ids : List.of();
    }

    /** A moment. */
    public Optional<Instant> dateTime(String name) {
        return Optional.ofNullable((Instant) values.get(name));
    }

    /** The objects of a list. */
    @SuppressWarnings("unchecked")
    public List<Input> list(String name) {
        return values.get(name) instanceof List<?> inputs ? (List<Input>) inputs : List.of();
    }

    /** JSON as it was sent. */
    public Optional<com.fasterxml.jackson.databind.JsonNode> json(String name) {
        return Optional.ofNullable((com.fasterxml.jackson.databind.JsonNode) values.get(name));
    }
}
