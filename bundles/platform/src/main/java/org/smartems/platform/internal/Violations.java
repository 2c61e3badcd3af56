// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal;

import java.util.ArrayList;
import java.util.List;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;

/** Collects what is wrong with an input. */
public final class Violations {

    /** The length that every text may have that says nothing else. */
    public static final int TEXT_LENGTH = 255;

    private static final String PREFIX = "validation.";

    private final List<FieldError> errors = new ArrayList<>();

    /** Adds a broken rule; the message comes without {@code validation.}. */
    public void add(String path, String message) {
        add(FieldError.of(path, PREFIX + message));
    }

    /** Adds a broken rule. */
    public void add(FieldError error) {
        errors.add(error);
    }

    /** Adds broken rules. */
    public void addAll(List<FieldError> more) {
        errors.addAll(more);
    }

    /** Adds a broken rule unless a condition holds. */
    public void require(boolean condition, String path, String message) {
        if (!condition) {
            add(path, message);
        }
    }

    /** A text that must be there; answers it without the blanks around it, which may be an empty one. */
    public String required(String path, String text) {
        String stripped = text == null ? "" : text.strip();
        require(!stripped.isEmpty(), path, "required");
        length(path, stripped);
        return stripped;
    }

    /** A text that must not be longer than others, nor hold what the database refuses. */
    public void length(String path, String text) {
        if (text.codePointCount(0, text.length()) > TEXT_LENGTH) {
            add(FieldError.of(path, PREFIX + "lengthMax").with("limit", TEXT_LENGTH));
        }
        require(text.indexOf('\0') < 0, path, "regex");
    }

    /** A number that must be there and not be lower than a bound. */
    public void atLeast(String path, Integer number, int bound) {
        require(number != null, path, "required");
        if (number != null && number < bound) {
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
