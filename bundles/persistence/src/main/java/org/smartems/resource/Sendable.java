// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.Set;
import java.util.function.Consumer;

/** What a field must look like when it is sent. Each method answers a changed copy. */
abstract sealed class Sendable permits Field {

    abstract Field withRules(Consumer<InputRules> change);

    /** May be sent, by everybody who may make or change the thing. */
    public Field input(In... when) {
        return withRules(copy -> copy.inputs = Set.of(when));
    }

    /** May be sent, by these alone. */
    public Field writtenBy(Permission... permissions) {
        return withRules(copy -> copy.writers = Set.of(permissions));
    }

    /** Must be sent and not be empty. */
    public Field required() {
        return withRules(copy -> copy.required = true);
    }

    /** Must be sent and not be empty when a flag that is sent too is true. */
    public Field requiredIf(String flag) {
        return withRules(copy -> copy.requiredIf = new Condition(flag, true));
    }

    /** Must be sent and not be empty when an enumeration that is sent too has a value. */
    public Field requiredIf(String enumeration, String value) {
        return withRules(copy -> copy.requiredIf = new Condition(enumeration, value));
    }

    /** Is refused as an unknown member unless a flag that is sent too is true. */
    public Field acceptedIf(String flag) {
        return withRules(copy -> copy.acceptedIf = new Condition(flag, true));
    }

    /** Is refused as an unknown member unless an enumeration that is sent too has a value. */
    public Field acceptedIf(String enumeration, String value) {
        return withRules(copy -> copy.acceptedIf = new Condition(enumeration, value));
    }

    /** What {@link Input#has} tells apart: the value stays when the member is not sent. */
    public Field kept() {
        return withRules(copy -> copy.optionalMember = true);
    }

    /** White space at its ends is a part of it. */
    public Field untrimmed() {
        return withRules(copy -> copy.untrimmed = true);
    }

    /** Up to so many characters, instead of 255. */
    public Field maximumLength(int characters) {
        return withRules(copy -> copy.maximumLength = characters);
    }

    /** A number not below this. */
    public Field minimum(long value) {
        return withRules(copy -> copy.minimum = value);
    }

    /** A number not above this. */
    public Field maximum(long value) {
        return withRules(copy -> copy.maximum = value);
    }

    /** At least so many things. */
    public Field minimumCount(int count) {
        return withRules(copy -> copy.minimumCount = count);
    }

    /** What a missing member stands for when a thing is made. */
    public Field defaultValue(Object value) {
        return withRules(copy -> copy.defaultValue = value);
    }
}
