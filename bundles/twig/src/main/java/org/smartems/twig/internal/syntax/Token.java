// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

/**
 * A piece of a template.
 *
 * @param kind what it is
 * @param value its text; of a number, the number
 * @param line where it stands
 */
record Token(Kind kind, Object value, int line) {

    /** What a token is. */
    enum Kind {
        END("end of template"),
        TEXT("text"),
        BLOCK_START("begin of statement block"),
        VAR_START("begin of print statement"),
        BLOCK_END("end of statement block"),
        VAR_END("end of print statement"),
        NAME("name"),
        NUMBER("number"),
        STRING("string"),
        OPERATOR("operator"),
        PUNCTUATION("punctuation"),
        INTERPOLATION_START("begin of string interpolation"),
        INTERPOLATION_END("end of string interpolation"),
        ARROW("arrow function"),
        SPREAD("spread operator");

        private final String english;

        Kind(String english) {
            this.english = english;
        }

        String english() {
            return english;
        }
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean is(Kind other, String text) {
        return kind == other && text.equals(value);
    }

    boolean isName(String text) {
        return is(Kind.NAME, text);
    }

    String text() {
        return value.toString();
    }

    /** How messages show its value. */
    String shown() {
        return org.smartems.twig.internal.value.Convert.text(value, null);
    }
}
