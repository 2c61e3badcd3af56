// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.text;

import java.util.BitSet;
import org.smartems.twig.internal.value.Bytes;

/** Takes characters off the ends of a text. Like PHP it works on bytes. */
public final class Trimming {

    /** What is taken when nothing else is said. */
    public static final String BLANKS = " \t\n\r\0\u000B";

    private Trimming() {}

    /**
     * Takes characters off.
     *
     * @param text any
     * @param mask the characters; two with two dots between stand for a range
     * @param start whether at the beginning
     * @param end whether at the end
     * @return what is left
     */
    public static String trim(String text, String mask, boolean start, boolean end) {
        String bytes = Bytes.spread(text);
        BitSet taken = bytes(Bytes.spread(mask));
        int from = 0;
        int to = bytes.length();
        while (start && from < to && taken.get(bytes.charAt(from))) {
            from++;
        }
        while (end && to > from && taken.get(bytes.charAt(to - 1))) {
            to--;
        }
        return Bytes.join(bytes.substring(from, to));
    }

    private static BitSet bytes(String mask) {
        BitSet bytes = new BitSet();
        int i = 0;
        while (i < mask.length()) {
            boolean range = i + 3 < mask.length()
                    && mask.charAt(i + 1) == '.'
                    && mask.charAt(i + 2) == '.'
                    && mask.charAt(i + 3) >= mask.charAt(i);
            bytes.set(mask.charAt(i), (range ? mask.charAt(i + 3) : mask.charAt(i)) + 1);
            i += range ? 4 : 1;
        }
        return bytes;
    }
}
