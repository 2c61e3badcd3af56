// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.text;

import java.util.Locale;
import org.smartems.twig.internal.value.Meter;

/** Upper and lower case, as PHP does it: by Unicode, whatever the language. */
public final class CaseText {

    private static final int LETTER_COST = 2;

    private CaseText() {}

    /**
     * Upper case.
     *
     * @param text any
     * @return may be longer
     */
    public static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /**
     * Lower case; a sigma stays the same letter at the end of a word.
     *
     * @param text any
     * @return may be longer
     */
    public static String lower(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return text.indexOf('\u03A3') < 0
                ? lower
                : text.replace('\u03A3', '\u03C3').toLowerCase(Locale.ROOT);
    }

    /**
     * Upper case at the beginning of each word, lower case behind.
     *
     * @param text any
     * @return may be longer
     */
    public static String title(String text, Meter meter) {
        StringBuilder title = new StringBuilder(text.length());
        boolean inside = false;
        int i = 0;
        while (i < text.length()) {
            meter.step(LETTER_COST);
            int point = text.codePointAt(i);
            int end = i + Character.charCount(point);
            String letter = text.substring(i, end);
            title.append(inside ? lower(letter) : titleLetter(point, letter));
            if (!isIgnored(point)) {
                inside = isCased(point);
            }
            i = end;
        }
        return title.toString();
    }

    /**
     * Upper case at the beginning, lower case behind.
     *
     * @param text any
     * @return may be longer
     */
    public static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return upper(text.substring(0, first)) + lower(text.substring(first));
    }

    private static String titleLetter(int point, String letter) {
        int title = Character.toTitleCase(point);
        if (title != point) {
            return new String(Character.toChars(title));
        }
        String upper = upper(letter);
        boolean spelled = upper.length() > letter.length() && isCased(upper.charAt(0));
        return spelled ? upper.charAt(0) + lower(upper.substring(1)) : upper;
    }

    private static boolean isCased(int point) {
        return Character.isUpperCase(point) || Character.isLowerCase(point) || Character.isTitleCase(point);
    }

    /** What stands inside of words: marks, modifiers, and the punctuation of abbreviations. */
    private static boolean isIgnored(int point) {
        if ("'.:^`\u00a8\u00ad\u00af\u00b4\u00b7\u00b8\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a"
                        .indexOf(point)
                >= 0) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL -> true;
            default -> false;
        };
    }
}
