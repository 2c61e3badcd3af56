// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.smartems.resource.Condition;
import org.smartems.resource.Content;
import org.smartems.resource.Field;
import org.smartems.resource.FieldType;
import org.smartems.resource.In;
import org.smartems.resource.InputRules;
import org.smartems.resource.Requester;
import org.smartems.resource.Shape;

/** Schemas of fields, as somebody reads and sends them. */
final class FieldSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER_AS_TEXT = "^[0-9]{1,19}$";

    private final Requester reader;
    private final Components components;

    FieldSchemas(Requester reader, Components components) {
        this.reader = reader;
        this.components = components;
    }

    /** An object as it is answered; a member without a value is left out, so that none is required but the id. */
    ObjectNode answered(List<Field> fields) {
        ObjectNode object = Schema.object();
        for (Field field : fields) {
            if (field.isReadBy(reader)) {
                Schema.property(object, field.name(), Schema.described(answered(field), label(field)));
            }
        }
        return object;
    }

    /** An object that a call answers by itself. */
    ObjectNode told(List<Field> fields) {
        ObjectNode object = Schema.object();
        for (Field field : fields) {
            if (reader.hasAny(field.readers())) {
                Schema.property(object, field.name(), Schema.described(answered(field), label(field)));
            }
        }
        return object;
    }

    ObjectNode answered(Field field) {
        return switch (field.type()) {
            case ONE -> field.shape().map(this::shape).orElseGet(components::reference);
            case MANY -> Schema.array(field.shape().map(this::shape).orElseGet(components::reference));
            case LIST -> list(field);
            default -> plain(field);
        };
    }

    /** Objects without members are those of a feature that is missing. */
    private ObjectNode list(Field field) {
        return field.members().isEmpty() ? components.content(Content.NONE) : Schema.array(members(field));
    }

    private ObjectNode shape(Shape shape) {
        List<Field> fields = shape.fields();
        boolean onlyNamed = fields.size() == 2;
        return onlyNamed ? components.reference() : answered(fields);
    }

    private ObjectNode members(Field field) {
        ObjectNode object = Schema.object();
        for (Field member : field.members()) {
            Schema.property(object, member.name(), Schema.described(plainOrList(member), label(member)));
        }
        return object;
    }

    private ObjectNode plainOrList(Field member) {
        return member.type() == FieldType.LIST ? list(member) : plain(member);
    }

    private ObjectNode plain(Field field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> Schema.of("string");
            case INTEGER -> Schema.of("integer", "int32");
            case LONG -> Schema.of("integer", "int64");
            case BOOLEAN -> Schema.of("boolean");
            case DATE_TIME -> Schema.of("string", "date-time");
            case ENUM -> Schema.texts(field.options());
            case ONE -> components.reference();
            case MANY -> Schema.array(components.reference());
            default -> components.content(field.content());
        };
    }

    /** A body: it may hold these members and no others. */
    ObjectNode sent(List<Field> fields, In when) {
        ObjectNode object = Schema.closed();
        for (Field field : fields) {
            if (field.isWrittenBy(reader, when)) {
                add(object, field, when);
            }
        }
        return object;
    }

    private void add(ObjectNode object, Field field, In when) {
        InputRules rules = field.rules();
        ObjectNode schema = Schema.described(sent(field, when), description(field));
        boolean hasDefault = when == In.CREATE && rules.defaultValue().isPresent();
        if (hasDefault) {
            schema.set("default", JSON.valueToTree(rules.defaultValue().get()));
        }
        boolean needed = rules.isRequired() && !rules.isKept() && !hasDefault;
        if (needed) {
            Schema.require(object, field.name());
        } else {
            schema.put("nullable", true);
        }
        Schema.property(object, field.name(), schema);
    }

    private static String description(Field field) {
        StringBuilder text = new StringBuilder(label(field));
        InputRules rules = field.rules();
        rules.requiredIf().ifPresent(condition -> text.append("; needed when ").append(words(condition)));
        rules.acceptedIf()
                .ifPresent(condition -> text.append("; refused unless ").append(words(condition)));
        if (rules.isKept()) {
            text.append("; when it is left out, what is stored stays");
        }
        return text.toString();
    }

    private static String label(Field field) {
        return field.reason().isEmpty() ? field.label() : field.label() + "; JSON of any kind: " + field.reason();
    }

    private static String words(Condition condition) {
        return condition.field() + " is " + condition.value();
    }

    private ObjectNode sent(Field field, In when) {
        ObjectNode schema =
                switch (field.type()) {
                    case ONE -> components.id();
                    case MANY -> Schema.array(components.id());
                    case LIST -> field.members().isEmpty() ? list(field) : Schema.array(sent(field.members(), when));
                    default -> plain(field);
                };
        limit(field, schema);
        return schema;
    }

    private static void limit(Field field, ObjectNode schema) {
        InputRules rules = field.rules();
        boolean text = field.type() == FieldType.TEXT || field.type() == FieldType.LONG_TEXT;
        if (text && rules.maximumLength() != Integer.MAX_VALUE) {
            schema.put("maxLength", rules.maximumLength());
        }
        rules.minimum().ifPresent(minimum -> schema.put("minimum", minimum));
        rules.maximum().ifPresent(maximum -> schema.put("maximum", maximum));
        if (rules.minimumCount() > 0 && schema.has("items")) {
            schema.put("minItems", rules.minimumCount());
        }
    }

    static ObjectNode idSchema() {
        return Schema.described(
                Schema.oneOf(Schema.of("integer", "int64"), Schema.of("string").put("pattern", NUMBER_AS_TEXT)),
                "The id of something, as a number or as text");
    }
}
