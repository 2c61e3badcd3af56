// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names near to one that does not exist. */
final class Suggestions {

    private static final int LONGEST = 100;

    private Suggestions() {}

    /** What to add to a message: a question, or nothing. */
    static String of(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return "";
        }
        List<String> near = known.stream()
                .filter(candidate -> distance(name, candidate) <= name.length() / 3.0 || candidate.contains(name))
                .sorted(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return near.isEmpty() ? "" : " Did you mean \"" + String.join("\", \"", near) + "\"?";
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
