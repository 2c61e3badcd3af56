// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

/** Looks for a text in another. Every step is told, as there may be as many as the product of both lengths. */
final class Search {

    private static final int FEW = 1 << 10;

    private Search() {}

    /** The first position from there, -1 for none. */
    static int indexOf(String text, String sought, int from, Meter meter) {
        if (areFew(text.length() - from, sought)) {
            meter.step(1);
            return text.indexOf(sought, from);
        }
        int at = from;
        while (true) {
            int next = text.indexOf(sought.charAt(0), at);
            if (next < 0 || next > text.length() - sought.length()) {
                meter.step(text.length() - at);
                return -1;
            }
            if (isAt(text, next, sought, meter)) {
                meter.step(next - at);
                return next;
            }
            meter.step(next - at);
            at = next + 1;
        }
    }

    /** The last position, -1 for none. */
    static int lastIndexOf(String text, String sought, Meter meter) {
        if (areFew(text.length(), sought)) {
            meter.step(1);
            return text.lastIndexOf(sought);
        }
        int at = text.length() - sought.length();
        while (at >= 0) {
            int next = text.lastIndexOf(sought.charAt(0), at);
            meter.step(at - Math.max(next, 0));
            if (next < 0 || isAt(text, next, sought, meter)) {
                return next;
            }
            at = next - 1;
        }
        return -1;
    }

    private static boolean areFew(int length, String sought) {
        return sought.isEmpty() || (long) length * sought.length() <= FEW;
    }

    private static boolean isAt(String text, int at, String sought, Meter meter) {
        int same = 1;
        while (same < sought.length() && text.charAt(at + same) == sought.charAt(same)) {
            same++;
        }
        meter.step(same);
        return same == sought.length();
    }
}
