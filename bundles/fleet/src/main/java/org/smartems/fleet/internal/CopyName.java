// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import java.util.function.Predicate;

/** Names that are made of others. */
public final class CopyName {

    private CopyName() {}

    /** The name of a copy: COPY before it, and -1, -2 and so on behind it until it is free. */
    public static String of(String name, Predicate<String> taken) {
        return free("COPY " + name, Violations.TEXT_LENGTH, taken);
    }

    /** A text, with -1, -2 and so on behind it until it is free. */
    public static String free(String text, int length, Predicate<String> taken) {
        String candidate = cut(text, length);
        for (int suffix = 1; taken.test(candidate); suffix++) {
            String end = "-" + suffix;
            candidate = cut(text, length - end.length()) + end;
        }
        return candidate;
    }

    private static String cut(String text, int length) {
        int end = text.offsetByCodePoints(0, Math.min(length, text.codePointCount(0, text.length())));
        return text.substring(0, end);
    }
}
