// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

/** Looks for a text in another. The meter is told of each step: there may be as many as the product of both lengths. */
public final class Search {

    private static final int FEW = 1 << 10;

    private Search() {}

    /**
     * Looks for a text.
     *
     * @param text where
     * @param sought what
     * @param from where to begin
     * @param meter is told of each step
     * @return the position, -1 for none
     */
    public static int indexOf(String text, String sought, int from, Meter meter) {
        if ((long) (text.length() - from) * sought.length() <= FEW) {
            meter.step(1);
            return text.indexOf(sought, from);
        }
        char first = sought.charAt(0);
        int at = from;
        while (true) {
            int next = text.indexOf(first, at);
            if (next < 0 || next > text.length() - sought.length()) {
                meter.scan(text.length() - at);
                return -1;
            }
            int same = common(text, next, sought);
            meter.scan((long) next - at + same);
            if (same == sought.length()) {
                return next;
            }
            at = next + 1;
        }
    }

    /**
     * Whether a text stands at a position of another.
     *
     * @param text where
     * @param sought what
     * @param at the position
     * @param meter is told of the size
     * @return false also when the position is outside
     */
    public static boolean isAt(String text, String sought, int at, Meter meter) {
        if (at < 0 || at > text.length() - sought.length()) {
            return false;
        }
        meter.scan(sought.length());
        return text.startsWith(sought, at);
    }

    private static int common(String text, int at, String sought) {
        int same = 1;
        while (same < sought.length() && text.charAt(at + same) == sought.charAt(same)) {
            same++;
        }
        return same;
    }
}
