// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;

/** Collects what is wrong with an input. */
public final class Violations {

    /** The length that every text may have that says nothing else. */
    public static final int TEXT_LENGTH = 255;

    private static final String PREFIX = "validation.";

    private final List<FieldError> errors = new ArrayList<>();

    /** Of one rule alone. */
    public static ValidationException of(String path, String message) {
        return new ValidationException(List.of(FieldError.of(path, PREFIX + message)));
    }

    /**
     * Adds a broken rule.
     *
     * @param path of the field
     * @param message id of the rule, without {@code validation.}
     */
    public void add(String path, String message) {
        add(FieldError.of(path, PREFIX + message));
    }

    /** Adds a broken rule. */
    public void add(FieldError error) {
        errors.add(error);
    }

    /** Adds a broken rule unless a condition holds. */
    public void require(boolean condition, String path, String message) {
        if (!condition) {
            add(path, message);
        }
    }

    /** A text that must be there. */
    public void required(String path, String text) {
        required(path, text, TEXT_LENGTH);
    }

    /** A text that must be there and may have a number of characters. */
    public void required(String path, String text, int length) {
        require(!text.isBlank(), path, "required");
        length(path, text, length);
    }

    /** A text that may have a number of characters, and none that the database refuses. */
    public void length(String path, String text, int length) {
        if (text.codePointCount(0, text.length()) > length) {
            add(FieldError.of(path, PREFIX + "lengthMax").with("limit", length));
        }
        require(text.indexOf('\0') < 0, path, "regex");
    }

    /** A number that must be there and not be lower than a bound. */
    public void atLeast(String path, OptionalInt number, int bound) {
        require(number.isPresent(), path, "required");
        if (number.isPresent() && number.getAsInt() < bound) {
            add(FieldError.of(path, PREFIX + "greaterThanOrEqual").with("compared_value", bound));
        }
    }

    /** Whether no rule was broken. */
    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** Fails when a rule was broken. */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
    }
}
