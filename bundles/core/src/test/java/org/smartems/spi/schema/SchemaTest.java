// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    @Test
    void keepsTheOrderOfTheForm() {
        Schema schema = Schema.of(Field.text("z", "Z"), Field.text("a", "A"));
        assertThat(schema.fields()).extracting(Field::name).containsExactly("z", "a");
        assertThat(schema.field("a")).isPresent();
        assertThat(schema.field("b")).isEmpty();
        assertThatThrownBy(() -> schema.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesANameThatComesTwice() {
        assertThatThrownBy(() -> Schema.of(Field.text("a", "A"), Field.bool("a", "Again")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1a", "a-b", "a b", "a.b", "\u00e4"})
    void refusesAFieldWhoseNameIsNotInCamelCase(String name) {
        assertThatThrownBy(() -> Field.text(name, "Label")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesANameOfMoreThan64Characters() {
        assertThat(Field.text("a".repeat(64), "Label").name()).hasSize(64);
        assertThatThrownBy(() -> Field.text("a".repeat(65), "Label")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesCopiesOfAField() {
        Field plain = Field.text("a", "A");
        Field rich = plain.help("Help")
                .defaultValue("x")
                .required()
                .secret()
                .maximumLength(9)
                .matching("x+");
        assertThat(plain.help()).isEmpty();
        assertThat(plain.defaultValue()).isEmpty();
        assertThat(plain.isRequired()).isFalse();
        assertThat(plain.isSecret()).isFalse();
        assertThat(plain.maximumLength()).isEqualTo(255);
        assertThat(plain.pattern()).isEmpty();
        assertThat(rich.help()).isEqualTo("Help");
        assertThat(rich.defaultValue()).hasValue("x");
        assertThat(rich.isRequired()).isTrue();
        assertThat(rich.isSecret()).isTrue();
        assertThat(rich.maximumLength()).isEqualTo(9);
        assertThat(rich.pattern()).isPresent();
    }

    @Test
    void keepsTheOrderOfOptionsWhateverBecomesOfTheMap() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("z", "Last letter");
        options.put("a", "First letter");
        Field field = Field.choice("letter", "Letter", options).help("One of two");
        options.clear();
        assertThat(field.options().keySet()).containsExactly("z", "a");
    }

    @Test
    void hasNoBoundsUnlessTheyAreSet() {
        assertThat(Field.integer("n", "N").minimum()).isEmpty();
        assertThat(Field.integer("n", "N").between(-1, 2).minimum()).hasValue(-1);
        assertThat(Field.integer("n", "N").between(-1, 2).maximum()).hasValue(2);
    }
}
