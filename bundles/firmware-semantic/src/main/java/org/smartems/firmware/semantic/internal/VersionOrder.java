// SPDX-License-Identifier: Apache-2.0
package org.smartems.firmware.semantic.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of versions in their normal form: part by part, numbers by their value and stages by their rank.
 *
 * <p>It is that of PHP's {@code version_compare}, so that a sequence of firmware means the same everywhere.
 */
public final class VersionOrder {

    private static final Pattern PART = Pattern.compile("\\d+|[^\\d._+-]+");
    /** Of stages, by how they begin. A number, or nothing, stands between the last two. */
    private static final List<String> STAGES = List.of("dev", "alpha", "beta", "RC", "#", "p");

    private static final int RELEASE = STAGES.indexOf("#");

    private VersionOrder() {}

    /**
     * Compares.
     *
     * @param version in its normal form
     * @param other likewise
     * @return negative when the first is the older one, 0 when they are the same
     */
    public static int compare(String version, String other) {
        List<String> parts = parts(version);
        List<String> others = parts(other);
        int common = Math.min(parts.size(), others.size());
        for (int i = 0; i < common; i++) {
            int order = compareParts(parts.get(i), others.get(i));
            if (order != 0) {
                return order;
            }
        }
        if (parts.size() == others.size()) {
            return 0;
        }
        return parts.size() > common ? longer(parts.get(common)) : -longer(others.get(common));
    }

    private static List<String> parts(String version) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(version);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }

    private static int compareParts(String part, String other) {
        return isNumber(part) && isNumber(other)
                ? compareNumbers(part, other)
                : Integer.compare(rank(part), rank(other));
    }

    /** How a version stands to the same one without its last parts. */
    private static int longer(String next) {
        return isNumber(next) ? 1 : Integer.compare(rank(next), RELEASE);
    }

    private static int rank(String part) {
        if (isNumber(part)) {
            return RELEASE;
        }
        for (int rank = 0; rank < STAGES.size(); rank++) {
            if (part.startsWith(STAGES.get(rank))) {
                return rank;
            }
        }
        return -1;
    }

    /** Of any length. */
    private static int compareNumbers(String number, String other) {
        String one = number.replaceFirst("^0+(?=.)", "");
        String two = other.replaceFirst("^0+(?=.)", "");
        int byLength = Integer.compare(one.length(), two.length());
        return byLength != 0 ? byLength : one.compareTo(two);
    }

    private static boolean isNumber(String part) {
        return Character.isDigit(part.charAt(0));
    }
}
