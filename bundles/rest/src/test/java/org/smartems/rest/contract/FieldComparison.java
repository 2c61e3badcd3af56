// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smartems.resource.Condition;
import org.smartems.resource.Field;
import org.smartems.resource.FieldType;
import org.smartems.resource.InputRules;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;
import org.smartems.resource.Shape;

/** Compares a declared field with what the contract says of it. */
final class FieldComparison {

    private static final JsonNode SHAPES = Contract.shared("shapes");
    private static final JsonNode ENUMS = Contract.shared("enums");
    private static final Requester ALL = new Requester(1, "all", EnumSet.allOf(Permission.class));
    private static final Set<FieldType> TEXTS = Set.of(FieldType.TEXT, FieldType.LONG_TEXT);
    private static final Map<String, Set<FieldType>> TYPES = Map.ofEntries(
            Map.entry("string", TEXTS),
            Map.entry("text", TEXTS),
            Map.entry("int", Set.of(FieldType.INTEGER, FieldType.LONG)),
            Map.entry("int64", Set.of(FieldType.LONG)),
            Map.entry("bool", Set.of(FieldType.BOOLEAN)),
            Map.entry("datetime", Set.of(FieldType.DATE_TIME)),
            Map.entry("enum", Set.of(FieldType.ENUM)),
            Map.entry("relation", Set.of(FieldType.ONE)),
            Map.entry("relations", Set.of(FieldType.MANY)),
            Map.entry("rows", Set.of(FieldType.LIST, FieldType.MANY, FieldType.JSON)),
            Map.entry("object", Set.of(FieldType.JSON)),
            Map.entry("ids", Set.of(FieldType.MANY, FieldType.JSON)),
            Map.entry("sorting", Set.of(FieldType.JSON)));

    private final String where;
    private final JsonNode contract;
    private final Field field;
    private final Difference difference;

    FieldComparison(String where, JsonNode contract, Field field, Difference difference) {
        this.where = where + " " + field.name();
        this.contract = contract;
        this.field = field;
        this.difference = difference;
    }

    void compareAnswer() {
        if (contract.has("needs")) {
            // an empty value until the feature is there
            return;
        }
        compareType();
        if (contract.has("shape") && field.shape().isPresent()) {
            compareShape(where, resolve(contract.path("shape")), field.shape().get());
        } else if (contract.has("shape") && field.type() == FieldType.ONE) {
            difference.sameNames(where, present(resolve(contract.path("shape"))), List.of("id", "representation"));
        }
    }

    private void compareType() {
        String type = contract.path("type").textValue();
        if (!TYPES.get(type).contains(field.type())) {
            difference.say(where, "contract " + type + ", declared " + field.type());
        }
        JsonNode values = ENUMS.path(contract.path("enum").asText());
        boolean closed = values.has("values") && !values.path("open").booleanValue();
        if (closed && field.type() == FieldType.ENUM && !field.options().isEmpty()) {
            difference.sameNames(where, Contract.texts(values.path("values")), field.options());
        }
    }

    private void compareShape(String path, JsonNode shape, Shape declared) {
        List<String> names = declared.fields().stream()
                .filter(member -> member.isReadBy(ALL))
                .map(Field::name)
                .filter(name -> !shape.path(name).has("needs"))
                .toList();
        difference.sameNames(path, present(shape), names);
        for (String name : present(shape)) {
            JsonNode member = shape.path(name);
            Field inner = declared.field(name);
            if (inner != null && inner.shape().isPresent() && member.has("shape")) {
                compareShape(
                        path + "." + name,
                        resolve(member.path("shape")),
                        inner.shape().get());
            }
        }
    }

    /** Members that need no feature that is still missing. */
    private static List<String> present(JsonNode shape) {
        return Contract.names(shape).stream()
                .filter(name -> !shape.path(name).has("needs"))
                .toList();
    }

    private static JsonNode resolve(JsonNode shape) {
        return shape.isTextual() ? SHAPES.path(shape.textValue()) : shape;
    }

    /** The rules that the engine checks; those of the services are seen only when they are called. */
    void compareInput(boolean creates) {
        if (contract.has("needs")) {
            return;
        }
        compareType();
        InputRules rules = field.rules();
        for (JsonNode message : contract.path("messages")) {
            if (!message.has("rule") && !message.has("addition") && !message.has("needs")) {
                compareMessage(message, rules);
            }
        }
        if (contract.path("type").textValue().equals("text") && rules.maximumLength() == 255) {
            difference.say(where, "a text is longer than 255 characters");
        }
        Optional<String> accepted =
                Optional.ofNullable(contract.path("acceptedWhen").textValue());
        if (rules.acceptedIf().isPresent() || accepted.isPresent() && creates) {
            difference.same(where + " accepted if", accepted, rules.acceptedIf().map(Condition::toString));
        }
        if (creates) {
            compareDefault(rules);
        }
        compareMembers();
    }

    private void compareMessage(JsonNode message, InputRules rules) {
        JsonNode parameters = message.path("parameters");
        switch (message.path("id").textValue()) {
            case "validation.required" -> compareRequired(message.path("when"), rules);
            case "validation.lengthMax" ->
                difference.same(where + " length", parameters.path("limit").intValue(), rules.maximumLength());
            case "validation.rangeNotIn" -> {
                compareBound("min", parameters, rules.minimum());
                compareBound("max", parameters, rules.maximum());
            }
            case "validation.greaterThanOrEqual" -> compareBound("compared_value", parameters, rules.minimum());
            case "validation.countMin" ->
                difference.same(where + " count", parameters.path("limit").intValue(), rules.minimumCount());
            default -> {}
        }
    }

    private void compareRequired(JsonNode when, InputRules rules) {
        if (contract.path("null").booleanValue()) {
            // null is a value of its own: only who is called can tell it from a missing member
            return;
        }
        if (when.isMissingNode()) {
            boolean required = rules.isRequired()
                    || rules.minimumCount() > 0
                    || rules.defaultValue().isPresent();
            difference.same(where + " required", true, required);
        } else if (!when.textValue().equals("create")) {
            difference.same(
                    where + " required if",
                    Optional.of(when.textValue()),
                    rules.requiredIf().map(Condition::toString));
        }
    }

    private void compareBound(String name, JsonNode parameters, Optional<Long> declared) {
        difference.same(where + " " + name, Optional.of(parameters.path(name).longValue()), declared);
    }

    private void compareDefault(InputRules rules) {
        JsonNode value = contract.path("default");
        boolean falsy = value.isMissingNode() || value.isBoolean() && !value.booleanValue();
        if (!falsy || rules.defaultValue().isPresent()) {
            String declared = rules.defaultValue().map(Object::toString).orElse("none");
            if (!(falsy && declared.equals("false"))) {
                difference.same(where + " default", value.asText("none"), declared);
            }
        }
    }

    private void compareMembers() {
        if (contract.has("fields") && field.type() == FieldType.LIST) {
            List<String> sent = new ArrayList<>();
            for (JsonNode member : contract.path("fields")) {
                if (member.has("in") || !member.has("out")) {
                    sent.add(member.path("name").textValue());
                }
            }
            List<String> declared = field.members().stream()
                    .filter(member -> !member.rules().inputs().isEmpty())
                    .map(Field::name)
                    .toList();
            difference.sameNames(where, sent, declared);
        }
    }
}
