// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.smartems.spi.schema.Field;
import org.smartems.spi.schema.FieldType;
import org.smartems.spi.schema.Schema;

/** The settings that a plug-in asks for, as a form is drawn from them. */
final class SchemaJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SchemaJson() {}

    /** One object a field, in the order of the schema; what does not apply is absent. */
    static ArrayNode of(Schema schema) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        schema.fields().forEach(field -> add(fields.addObject(), field));
        return fields;
    }

    private static void add(ObjectNode json, Field field) {
        json.put("name", field.name());
        json.put("label", field.label());
        if (!field.help().isEmpty()) {
            json.put("help", field.help());
        }
        json.put("type", field.type().name().toLowerCase(Locale.ROOT));
        json.put("required", field.isRequired());
        json.put("secret", field.isSecret());
        field.defaultValue().ifPresent(value -> json.set("defaultValue", MAPPER.valueToTree(value)));
        if (field.type() == FieldType.TEXT) {
            json.put("maximumLength", field.maximumLength());
        }
        field.minimum().ifPresent(minimum -> json.put("minimum", minimum));
        field.maximum().ifPresent(maximum -> json.put("maximum", maximum));
        field.pattern().map(Pattern::pattern).ifPresent(pattern -> json.put("pattern", pattern));
        if (field.type() == FieldType.CHOICE) {
            ArrayNode options = json.putArray("options");
            field.options()
                    .forEach((id, label) -> options.addObject().put("id", id).put("representation", label));
        }
    }
}
