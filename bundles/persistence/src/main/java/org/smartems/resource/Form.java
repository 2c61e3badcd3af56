// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smartems.api.error.FieldError;

/** Checks a body against the fields that may be sent; collects every fault. */
final class Form {

    private final List<Field> fields;
    private final In when;
    private final List<FieldError> errors;

    Form(List<Field> fields, In when, List<FieldError> errors) {
        this.fields = fields;
        this.when = when;
        this.errors = errors;
    }

    /** The checked body; what is at fault is left out of it. */
    Input read(String prefix, JsonNode body) {
        Map<String, Field> accepted = new HashMap<>();
        for (Field field : fields) {
            if (field.rules()
                    .acceptedIf()
                    .map(condition -> condition.holds(body))
                    .orElse(true)) {
                accepted.put(field.name(), field);
            }
        }
        Set<String> sent = new HashSet<>();
        List<String> extra = new ArrayList<>();
        body.fieldNames().forEachRemaining(name -> (accepted.containsKey(name) ? sent : extra).add(name));
        if (!extra.isEmpty()) {
            String path = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
            errors.add(FieldError.of(path, "validation.extraFields").with("fields", String.join(", ", extra)));
        }
        Map<String, Object> values = new HashMap<>();
        for (Field field : fields) {
            if (accepted.containsKey(field.name())) {
                Object value = value(prefix + field.name(), field, body);
                if (value != null) {
                    values.put(field.name(), value);
                }
            }
        }
        return new Input(values, sent);
    }

    private Object value(String path, Field field, JsonNode body) {
        JsonNode node = body.path(field.name());
        if (node.isMissingNode() && when == In.CREATE) {
            node = field.rules().defaultValue().map(Form::node).orElse(node);
        }
        if (node.isTextual() && !field.type().equals(FieldType.JSON)) {
            String text = field.rules().untrimmed
                    ? node.textValue()
                    : node.textValue().strip();
            node = text.isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(text);
        }
        if (node.isMissingNode() || node.isNull()) {
            boolean needed = field.rules().isRequired()
                    || field.rules()
                            .requiredIf()
                            .map(condition -> condition.holds(body))
                            .orElse(false);
            boolean kept = field.rules().isKept() && body.path(field.name()).isMissingNode();
            if (needed && !kept) {
                errors.add(FieldError.of(path, "validation.required"));
            }
            return null;
        }
        return read(path, field, node);
    }

    private static JsonNode node(Object value) {
        return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(value);
    }

    private Object read(String path, Field field, JsonNode node) {
        return switch (field.type()) {
            case MANY -> ids(path, field, node);
            case LIST -> list(path, field, node);
            case JSON -> node;
            default -> Values.read(path, field, node, errors);
        };
    }

    private List<Long> ids(String path, Field field, JsonNode node) {
        Set<Long> ids = new java.util.LinkedHashSet<>();
        if (!node.isArray()) {
            errors.add(FieldError.of(path, "validation.choice"));
            return List.of();
        }
        for (int i = 0; i < node.size(); i++) {
            Comparisons.value(FieldType.LONG, FilterType.EQUAL, node.get(i))
                    .ifPresentOrElse(
                            id -> ids.add((Long) id), () -> errors.add(FieldError.of(path, "validation.choice")));
        }
        count(path, field, ids.size());
        return List.copyOf(ids);
    }

    private List<Input> list(String path, Field field, JsonNode node) {
        if (!node.isContainerNode()) {
            errors.add(FieldError.of(path, "validation.invalid").with("expected", "array"));
            return List.of();
        }
        List<Input> inputs = new ArrayList<>();
        Form form = new Form(field.members(), when, errors);
        Elements.of(node).forEach((key, element) -> {
            if (element.isObject()) {
                inputs.add(form.read(path + "." + key + ".", element));
            } else {
                errors.add(FieldError.of(path + "." + key, "validation.invalid").with("expected", "object"));
            }
        });
        count(path, field, inputs.size());
        return inputs;
    }

    private void count(String path, Field field, int size) {
        int minimum = field.rules().minimumCount();
        if (size < minimum) {
            errors.add(FieldError.of(path, "validation.countMin").with("limit", minimum));
        }
    }
}
