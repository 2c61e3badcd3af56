// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smartems.spi.schema.Field;
import org.smartems.spi.schema.Schema;

class SettingFieldsTest {

    private static final Schema EVERYTHING = Schema.of(
            Field.text("text", "Text").help("Any").matching("[a-z]+").defaultValue("a"),
            Field.integer("integer", "Integer").between(1, 9),
            Field.choice("choice", "Choice", Map.of("a", "A")));

    @Test
    void nameEveryMemberThatIsToldOfASetting() {
        Set<String> told = new TreeSet<>();
        for (JsonNode setting : SchemaJson.of(EVERYTHING)) {
            setting.fieldNames().forEachRemaining(told::add);
        }
        assertThat(names(SettingFields.MEMBERS.members())).isEqualTo(told);
    }

    private static Set<String> names(List<org.smartems.resource.Field> fields) {
        return fields.stream().map(org.smartems.resource.Field::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
