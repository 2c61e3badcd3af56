// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.osgi.annotation.versioning.ProviderType;

/** One setting: immutable, every method that changes something returns a changed copy. */
@ProviderType
public final class Field {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final int DEFAULT_LENGTH = 255;

    private final String name;
    private final String label;
    private final FieldType type;
    private String help = "";
    private Object defaultValue;
    private boolean required;
    private boolean secret;
    private Double minimum;
    private Double maximum;
    private int maximumLength = DEFAULT_LENGTH;
    private Pattern pattern;
    private Map<String, String> options = Map.of();

    private Field(String name, String label, FieldType type) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a field's name is in camel case, up to 64 letters and digits: " + name);
        }
        this.name = name;
        this.label = Objects.requireNonNull(label, "label");
        this.type = type;
    }

    /**
     * A text of up to 255 characters.
     *
     * @param name in camel case, stable: values are stored under it
     * @param label what people read
     * @return an optional field without a default
     */
    public static Field text(String name, String label) {
        return new Field(name, label, FieldType.TEXT);
    }

    /**
     * A whole number.
     *
     * @param name in camel case, stable: values are stored under it
     * @param label what people read
     * @return an optional field without a default
     */
    public static Field integer(String name, String label) {
        return new Field(name, label, FieldType.INTEGER);
    }

    /**
     * A number.
     *
     * @param name in camel case, stable: values are stored under it
     * @param label what people read
     * @return an optional field without a default
     */
    public static Field number(String name, String label) {
        return new Field(name, label, FieldType.NUMBER);
    }

    /**
     * A switch, off by default.
     *
     * @param name in camel case, stable: values are stored under it
     * @param label what people read
     * @return a field with the default false
     */
    public static Field bool(String name, String label) {
        return new Field(name, label, FieldType.BOOLEAN).defaultValue(false);
    }

    /**
     * One of several.
     *
     * @param name in camel case, stable: values are stored under it
     * @param label what people read
     * @param options stored value and what people read, in the order of the form
     * @return an optional field without a default
     */
    public static Field choice(String name, String label, Map<String, String> options) {
        return new Field(name, label, FieldType.CHOICE)
                .copy(field -> field.options = Collections.unmodifiableMap(new LinkedHashMap<>(options)));
    }

    /**
     * The same field with a text that explains it.
     *
     * @param text one or two sentences
     * @return a copy
     */
    public Field help(String text) {
        return copy(field -> field.help = Objects.requireNonNull(text));
    }

    /**
     * The same field with a value for who sets none.
     *
     * @param value of the field's type and within its bounds
     * @return a copy
     */
    public Field defaultValue(Object value) {
        return copy(field -> field.defaultValue = Objects.requireNonNull(value));
    }

    /**
     * The same field, which must have a value.
     *
     * @return a copy
     */
    public Field required() {
        return copy(field -> field.required = true);
    }

    /**
     * The same field, whose value is stored encrypted and never shown.
     *
     * @return a copy
     */
    public Field secret() {
        return copy(field -> field.secret = true);
    }

    /**
     * The same field with bounds for a number, both inclusive.
     *
     * @param least the smallest value
     * @param greatest the greatest value
     * @return a copy
     */
    public Field between(double least, double greatest) {
        return copy(field -> {
            field.minimum = least;
            field.maximum = greatest;
        });
    }

    /**
     * The same field with another bound for the length of a text.
     *
     * @param characters at least 1
     * @return a copy
     */
    public Field maximumLength(int characters) {
        return copy(field -> field.maximumLength = characters);
    }

    /**
     * The same field with a rule for a text.
     *
     * @param regex the whole text must match it
     * @return a copy
     */
    public Field matching(String regex) {
        return copy(field -> field.pattern = Pattern.compile(regex));
    }

    /**
     * The name.
     *
     * @return in camel case
     */
    public String name() {
        return name;
    }

    /**
     * What people read.
     *
     * @return English
     */
    public String label() {
        return label;
    }

    /**
     * The type.
     *
     * @return never changes for a name
     */
    public FieldType type() {
        return type;
    }

    /**
     * What explains the field.
     *
     * @return may be empty
     */
    public String help() {
        return help;
    }

    /**
     * The value for who sets none.
     *
     * @return of the field's type
     */
    public Optional<Object> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /**
     * Whether there must be a value.
     *
     * @return false by default
     */
    public boolean isRequired() {
        return required;
    }

    /**
     * Whether the value is stored encrypted and never shown.
     *
     * @return false by default
     */
    public boolean isSecret() {
        return secret;
    }

    /**
     * The smallest number.
     *
     * @return empty without a bound
     */
    public OptionalDouble minimum() {
        return minimum == null ? OptionalDouble.empty() : OptionalDouble.of(minimum);
    }

    /**
     * The greatest number.
     *
     * @return empty without a bound
     */
    public OptionalDouble maximum() {
        return maximum == null ? OptionalDouble.empty() : OptionalDouble.of(maximum);
    }

    /**
     * How long a text may be.
     *
     * @return in characters
     */
    public int maximumLength() {
        return maximumLength;
    }

    /**
     * What a whole text must match.
     *
     * @return empty without a rule
     */
    public Optional<Pattern> pattern() {
        return Optional.ofNullable(pattern);
    }

    /**
     * The options of a choice.
     *
     * @return stored value and what people read, in the order of the form
     */
    public Map<String, String> options() {
        return options;
    }

    private Field copy(Consumer<Field> change) {
        Field copy = new Field(name, label, type);
        copy.help = help;
        copy.defaultValue = defaultValue;
        copy.required = required;
        copy.secret = secret;
        copy.minimum = minimum;
        copy.maximum = maximum;
        copy.maximumLength = maximumLength;
        copy.pattern = pattern;
        copy.options = options;
        change.accept(copy);
        return copy;
    }
}
