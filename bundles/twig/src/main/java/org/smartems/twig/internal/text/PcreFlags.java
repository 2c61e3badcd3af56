// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.text;

import java.util.regex.Pattern;

/** The modifiers behind a regular expression. */
final class PcreFlags {

    private int java = Pattern.UNIX_LINES;
    private boolean unicode;
    private boolean anchored;
    private boolean dollarEndOnly;
    private boolean ungreedy;

    /** Takes a modifier; false when there is none of that letter. */
    boolean add(char modifier) {
        switch (modifier) {
            case 'i' -> java |= Pattern.CASE_INSENSITIVE;
            case 'm' -> java |= Pattern.MULTILINE;
            case 's' -> java |= Pattern.DOTALL;
            case 'x' -> java |= Pattern.COMMENTS;
            case 'u' -> unicode = true;
            case 'A' -> anchored = true;
            case 'D' -> dollarEndOnly = true;
            case 'U' -> ungreedy = true;
            case 'S', 'X', 'J', 'n', '\n', '\r', ' ' -> java |= 0;
            default -> {
                return false;
            }
        }
        return true;
    }

    int java() {
        return unicode ? java | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS : java;
    }

    boolean isUnicode() {
        return unicode;
    }

    boolean isAnchored() {
        return anchored;
    }

    boolean isExtended() {
        return (java & Pattern.COMMENTS) != 0;
    }

    /** Whether a dollar sign means the very end only. */
    boolean isDollarEndOnly() {
        return dollarEndOnly && (java & Pattern.MULTILINE) == 0;
    }

    boolean isUngreedy() {
        return ungreedy;
    }
}
