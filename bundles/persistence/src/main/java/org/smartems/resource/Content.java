// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

/** What the JSON of a field holds, for those who read a description of it; what is sent is not checked by it. */
public enum Content {
    /** Anything; the field tells why no more can be said. */
    ANYTHING,
    /** Any number of texts. */
    TEXTS,
    /** Texts, each by its name. */
    TEXTS_BY_NAME,
    /** Texts, numbers and truth values, each by its name. */
    VALUES_BY_NAME,
    /** A text, a number or a truth value. */
    VALUE,
    /** A number, whole or not. */
    NUMBER,
    /** Objects of a feature that is missing: none. */
    NONE
}
