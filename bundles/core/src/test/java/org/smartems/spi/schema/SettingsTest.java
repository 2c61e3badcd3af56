// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;

class SettingsTest {

    @Test
    void givesDefaultsForWhatNobodySets() {
        Schema schema = Schema.of(
                Field.text("mode", "Mode").defaultValue("fast"),
                Field.integer("count", "Count").defaultValue(3),
                Field.number("factor", "Factor").defaultValue(1),
                Field.bool("loud", "Loud"),
                Field.text("note", "Note"));
        Settings settings = Settings.of(schema, Map.of());
        assertThat(settings.text("mode")).hasValue("fast");
        assertThat(settings.integer("count")).hasValue(3L);
        assertThat(settings.number("factor")).hasValue(1.0);
        assertThat(settings.isOn("loud")).isFalse();
        assertThat(settings.text("note")).isEmpty();
        assertThat(settings.values()).containsOnlyKeys("mode", "count", "factor", "loud");
    }

    @Test
    void takesNullAndAnEmptyTextForAbsent() {
        Schema schema = Schema.of(Field.text("mode", "Mode").defaultValue("fast"), Field.integer("count", "Count"));
        Map<String, Object> given = new HashMap<>();
        given.put("mode", "");
        given.put("count", null);
        Settings settings = Settings.of(schema, given);
        assertThat(settings.text("mode")).hasValue("fast");
        assertThat(settings.integer("count")).isEmpty();
    }

    @Test
    void takesEveryKindOfNumber() {
        Schema schema = Schema.of(Field.integer("count", "Count"), Field.number("factor", "Factor"));
        for (Number number : List.of(7, 7L, (short) 7, 7.0, 7f, new BigDecimal("7.00"), BigInteger.valueOf(7))) {
            Settings settings = Settings.of(schema, Map.of("count", number, "factor", number));
            assertThat(settings.integer("count")).hasValue(7L);
            assertThat(settings.number("factor")).hasValue(7.0);
        }
        assertThat(Settings.of(schema, Map.of("count", Long.MIN_VALUE)).integer("count"))
                .hasValue(Long.MIN_VALUE);
    }

    @Test
    void refusesWhatIsNoWholeNumber() {
        Field field = Field.integer("count", "Count");
        for (Object value : List.of(
                1.5,
                "1",
                true,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                new BigDecimal("1e400"),
                new BigDecimal("1e-9"))) {
            assertThat(messages(field, value)).as("" + value).containsExactly("validation.type");
        }
        assertThat(messages(field, BigInteger.ONE.shiftLeft(63))).containsExactly("validation.type");
    }

    @Test
    void keepsBoundsOnBothSides() {
        Field field = Field.integer("count", "Count").between(2, 4);
        assertThat(messages(field, 2)).isEmpty();
        assertThat(messages(field, 4)).isEmpty();
        assertThat(messages(field, 1)).containsExactly("validation.rangeMin");
        assertThat(messages(field, 5)).containsExactly("validation.rangeMax");
        assertThat(messages(Field.number("n", "N").between(0, 1), 1.01)).containsExactly("validation.rangeMax");
        assertThat(messages(Field.number("n", "N"), Double.NaN)).containsExactly("validation.type");
    }

    @Test
    void countsTheLengthOfATextInCharacters() {
        Field field = Field.text("mode", "Mode").maximumLength(3);
        assertThat(messages(field, "abc")).isEmpty();
        assertThat(messages(field, "\ud83d\ude00".repeat(3))).isEmpty();
        assertThat(messages(field, "abcd")).containsExactly("validation.lengthMax");
        assertThat(messages(Field.text("mode", "Mode"), "a".repeat(255))).isEmpty();
        assertThat(messages(Field.text("mode", "Mode"), "a".repeat(256))).containsExactly("validation.lengthMax");
    }

    @Test
    void matchesWholeTexts() {
        Field field = Field.text("mode", "Mode").matching("[a-z]+");
        assertThat(messages(field, "abc")).isEmpty();
        assertThat(messages(field, "abc1")).containsExactly("validation.pattern");
        assertThat(messages(field, "abc\n")).containsExactly("validation.pattern");
    }

    @Test
    void refusesNulAndOtherTypesForTexts() {
        for (Object value : List.of("a\0", 1, true, List.of())) {
            assertThat(messages(Field.text("mode", "Mode"), value)).containsExactly("validation.type");
        }
        assertThat(messages(Field.bool("loud", "Loud"), "true")).containsExactly("validation.type");
    }

    @Test
    void takesOnlyTheValuesOfAChoice() {
        Field field = Field.choice("mode", "Mode", Map.of("f", "Fast", "s", "Slow"));
        assertThat(messages(field, "f")).isEmpty();
        assertThat(messages(field, "Fast")).containsExactly("validation.choice");
        assertThat(messages(field, 1)).containsExactly("validation.choice");
    }

    @Test
    void asksForWhatIsRequiredUnlessThereIsADefault() {
        assertThat(messages(Field.text("mode", "Mode").required(), "")).containsExactly("validation.required");
        assertThat(messages(Field.text("mode", "Mode").required().defaultValue("a"), ""))
                .isEmpty();
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Schema schema = Schema.of(
                Field.integer("count", "Count"), Field.text("mode", "Mode").required());
        ValidationException e = catchThrowableOfType(
                ValidationException.class, () -> Settings.of(schema, Map.of("z", 1, "a", 2, "count", "x")));
        assertThat(e.errors()).extracting(FieldError::path).containsExactly("a", "z", "count", "mode");
        assertThat(e.errors())
                .extracting(FieldError::message)
                .containsExactly(
                        "validation.extraFields", "validation.extraFields", "validation.type", "validation.required");
    }

    @Test
    void cannotBeChangedAndAnswersKnownNamesAlone() {
        Settings settings = Settings.of(Schema.of(Field.text("mode", "Mode")), Map.of("mode", "fast"));
        assertThatThrownBy(() -> settings.values().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> settings.text("colour")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> messages(Field field, Object value) {
        try {
            Settings.of(Schema.of(field), Map.of(field.name(), value));
            return List.of();
        } catch (ValidationException e) {
            return e.errors().stream().map(FieldError::message).toList();
        }
    }
}
