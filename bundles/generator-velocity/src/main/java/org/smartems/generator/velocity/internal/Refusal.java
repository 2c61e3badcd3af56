// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

/** What is wrong with a text, in words for its author. Thrown through Velocity. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    Refusal(String message) {
        this(message, 0);
    }

    Refusal(String message, int line) {
        super(message, null, false, false);
        this.line = line;
    }

    int line() {
        return line;
    }

    /** Says where it is, unless that is known. */
    Refusal at(int place) {
        return line > 0 ? this : new Refusal(getMessage(), place);
    }
}
