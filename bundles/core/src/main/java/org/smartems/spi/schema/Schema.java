// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The settings of a plug-in in the order of their form; immutable. */
@ProviderType
public final class Schema {

    private static final Schema EMPTY = new Schema(List.of());

    private final List<Field> fields;

    private Schema(List<Field> fields) {
        this.fields = fields;
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("two fields are called " + field.name());
            }
        }
    }

    /**
     * A schema.
     *
     * @param fields in the order of the form, each name once
     * @return a new schema
     */
    public static Schema of(Field... fields) {
        return new Schema(List.of(fields));
    }

    /**
     * The schema of a plug-in without settings.
     *
     * @return always the same
     */
    public static Schema empty() {
        return EMPTY;
    }

    /**
     * The settings.
     *
     * @return in the order of the form, immutable
     */
    public List<Field> fields() {
        return fields;
    }

    /**
     * One setting.
     *
     * @param name in camel case
     * @return empty when there is none of that name
     */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
