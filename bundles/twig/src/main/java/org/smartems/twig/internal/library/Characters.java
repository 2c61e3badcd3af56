// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.value.PhpArray;

/** Texts cut into characters. */
final class Characters {

    private static final int PIECE_COST = 24;

    private Characters() {}

    /** Each character; as in Twig, a newline at the end stays with the one before it. */
    static PhpArray split(String text, Run run) {
        int end = text.endsWith("\n") && text.length() > 1 ? text.length() - 1 : text.length();
        PhpArray characters = pieces(text.substring(0, end), 1, run);
        if (end == text.length()) {
            return characters;
        }
        Object[] all = characters.values();
        all[all.length - 1] = all[all.length - 1] + "\n";
        return PhpArray.list(all);
    }

    /** Pieces of so many characters. */
    static PhpArray pieces(String text, int length, Run run) {
        int points = text.codePointCount(0, text.length());
        run.chargeArray(points / length);
        run.charge((long) PIECE_COST * (points / length));
        PhpArray pieces = new PhpArray();
        int from = 0;
        for (int i = 0; i < points; i += length) {
            int to = text.offsetByCodePoints(from, Math.min(length, points - i));
            pieces.add(text.substring(from, to));
            from = to;
        }
        if (pieces.isEmpty()) {
            pieces.add(text);
        }
        return pieces;
    }

    static String reverse(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
