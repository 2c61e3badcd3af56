// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a field must look like when it is sent; immutable, made by the methods of {@link Field}. */
public final class InputRules implements Cloneable {

    private static final int DEFAULT_LENGTH = 255;

    Set<Permission> writers = Set.of();
    Set<In> inputs = Set.of();
    boolean required;
    boolean optionalMember;
    boolean untrimmed;
    int maximumLength = DEFAULT_LENGTH;
    Long minimum;
    Long maximum;
    int minimumCount;
    Object defaultValue;
    Condition requiredIf;
    Condition acceptedIf;

    private InputRules() {}

    static InputRules of(FieldType type) {
        InputRules rules = new InputRules();
        if (type == FieldType.LONG_TEXT || type == FieldType.JSON) {
            rules.maximumLength = Integer.MAX_VALUE;
        }
        return rules;
    }

    InputRules with(Consumer<InputRules> change) {
        try {
            InputRules copy = (InputRules) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isSent(In when) {
        return inputs.contains(when);
    }

    /** Who may send it; empty for everybody who may make or change the thing. */
    public Set<Permission> writers() {
        return writers;
    }

    /** When it may be sent. */
    public Set<In> inputs() {
        return inputs;
    }

    /** Whether it must be sent. */
    public boolean isRequired() {
        return required;
    }

    /** What makes it required. */
    public Optional<Condition> requiredIf() {
        return Optional.ofNullable(requiredIf);
    }

    /** Without what it is refused. */
    public Optional<Condition> acceptedIf() {
        return Optional.ofNullable(acceptedIf);
    }

    /** Characters, at most. */
    public int maximumLength() {
        return maximumLength;
    }

    /** The smallest number. */
    public Optional<Long> minimum() {
        return Optional.ofNullable(minimum);
    }

    /** The largest number. */
    public Optional<Long> maximum() {
        return Optional.ofNullable(maximum);
    }

    /** Things, at least. */
    public int minimumCount() {
        return minimumCount;
    }

    /** What a missing member stands for when a thing is made: a text, number or boolean. */
    public Optional<Object> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** Whether a missing member leaves the value as it is. */
    public boolean isKept() {
        return optionalMember;
    }
}
