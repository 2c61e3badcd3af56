// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.smartems.resource.Content;
import org.smartems.resource.Field;
import org.smartems.spi.schema.FieldType;

/** What {@link SchemaJson} tells of a setting. */
final class SettingFields {

    /** The members of an object; what does not apply is absent. */
    static final Field MEMBERS = Field.list(
            "procedureSettings",
            null,
            text("name"),
            text("label"),
            text("help"),
            Field.enumeration("type", null, types()),
            Field.bool("required", null),
            Field.bool("secret", null),
            Field.json("defaultValue", null).holds(Content.VALUE),
            Field.integer("maximumLength", null),
            Field.json("minimum", null).holds(Content.NUMBER),
            Field.json("maximum", null).holds(Content.NUMBER),
            text("pattern"),
            Field.list("options", null, text("id"), text("representation")));

    private SettingFields() {}

    private static List<String> types() {
        return Arrays.stream(FieldType.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Field text(String name) {
        return Field.text(name, null);
    }
}
