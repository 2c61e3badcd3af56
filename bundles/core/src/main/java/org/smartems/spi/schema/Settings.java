// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;

/** Checked values of a {@link Schema}; immutable. */
@ProviderType
public final class Settings {

    private final Schema schema;
    private final Map<String, Object> values;

    private Settings(Schema schema, Map<String, Object> values) {
        this.schema = schema;
        this.values = values;
    }

    /**
     * Checks values and adds the defaults.
     *
     * @param schema what is allowed
     * @param given by name: {@code String}, {@code Boolean} or any {@code Number}; null counts as absent
     * @return the settings
     * @throws ValidationException with one error for each field that breaks a rule, and for each unknown name
     */
    public static Settings of(Schema schema, Map<String, ?> given) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        given.keySet().stream()
                .filter(name -> schema.field(name).isEmpty())
                .sorted()
                .forEach(name -> errors.add(FieldError.of(name, "validation.extraFields")));
        for (Field field : schema.fields()) {
            FieldRule rule = new FieldRule(field);
            Object value = given.get(field.name());
            rule.check(value).ifPresentOrElse(errors::add, () -> rule.convert(value)
                    .ifPresent(converted -> values.put(field.name(), converted)));
        }
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
        return new Settings(schema, Collections.unmodifiableMap(values));
    }

    /**
     * A text or the value of a choice.
     *
     * @param name of a field of that type
     * @return empty without a value and a default
     * @throws IllegalArgumentException for a name that the schema does not have
     */
    public Optional<String> text(String name) {
        return value(name).map(String.class::cast);
    }

    /**
     * A whole number.
     *
     * @param name of a field of that type
     * @return empty without a value and a default
     * @throws IllegalArgumentException for a name that the schema does not have
     */
    public Optional<Long> integer(String name) {
        return value(name).map(Long.class::cast);
    }

    /**
     * A number.
     *
     * @param name of a field of that type
     * @return empty without a value and a default
     * @throws IllegalArgumentException for a name that the schema does not have
     */
    public Optional<Double> number(String name) {
        return value(name).map(Double.class::cast);
    }

    /**
     * A switch.
     *
     * @param name of a field of that type
     * @return false without a value and a default
     * @throws IllegalArgumentException for a name that the schema does not have
     */
    public boolean isOn(String name) {
        return value(name).map(Boolean.class::cast).orElse(false);
    }

    /**
     * All values, the defaults included.
     *
     * @return by name, immutable
     */
    public Map<String, Object> values() {
        return values;
    }

    private Optional<Object> value(String name) {
        if (schema.field(name).isEmpty()) {
            throw new IllegalArgumentException("the schema has no field " + name);
        }
        return Optional.ofNullable(values.get(name));
    }
}
