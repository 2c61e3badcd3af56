// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

import org.smartems.twig.internal.value.Bytes;

/** Backslashes in strings. */
final class Escapes {

    private static final String LETTERS = "fnrtv";
    private static final String CHARACTERS = "\f\n\r\t\u000B";
    private static final int HEX = 16;
    private static final int OCTAL = 8;
    private static final int BYTE = 0xFF;
    private static final int ASCII = 0x80;
    private static final int RAW = 0xDC00;

    private Escapes() {}

    /** The text that a string stands for. */
    static String undo(String text) {
        int slash = text.indexOf('\\');
        if (slash < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                result.append(c);
                i++;
            } else {
                i = escape(text, i + 1, result);
            }
        }
        return Bytes.whole(result.toString());
    }

    private static int escape(String text, int at, StringBuilder result) {
        char c = text.charAt(at);
        int letter = LETTERS.indexOf(c);
        if (letter >= 0) {
            result.append(CHARACTERS.charAt(letter));
            return at + 1;
        }
        if (c == 'x' && at + 1 < text.length() && Character.digit(text.charAt(at + 1), HEX) >= 0) {
            return number(text, at + 1, HEX, result);
        }
        if (Character.digit(c, OCTAL) >= 0) {
            return number(text, at, OCTAL, result);
        }
        result.append(c);
        return at + 1;
    }

    private static int number(String text, int at, int base, StringBuilder result) {
        int longest = base == HEX ? 2 : 3;
        int value = 0;
        int i = at;
        while (i < text.length() && i - at < longest && Character.digit(text.charAt(i), base) >= 0) {
            value = value * base + Character.digit(text.charAt(i), base);
            i++;
        }
        int code = value & BYTE;
        result.append((char) (code < ASCII ? code : RAW | code));
        return i;
    }
}
