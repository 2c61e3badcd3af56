// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

/** The white space that tags take away. */
final class Blanks {

    private Blanks() {}

    /** The first position from there that is no white space. */
    static int skip(String text, int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The first position from there that is no white space within a line. */
    static int skipInLine(String text, int from) {
        int i = from;
        while (i < text.length() && isLineSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && (isLineSpace(text.charAt(end - 1)) || isLineEnd(text.charAt(end - 1)))) {
            end--;
        }
        return text.substring(0, end);
    }

    static String trimLineEnd(String text) {
        int end = text.length();
        while (end > 0 && isLineSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isLineSpace(char c) {
        return c == ' ' || c == '\t' || c == 0 || c == '\u000B';
    }
}
