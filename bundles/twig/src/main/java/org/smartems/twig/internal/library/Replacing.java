// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.Search;
import org.smartems.twig.internal.value.Types;

/** The filter {@code replace}: at each place the longest key that fits. */
final class Replacing {

    private Replacing() {}

    static Object replace(Frame frame, Object[] arguments) {
        String text = Args.text(arguments, 0, "strtr");
        if (!(arguments[1] instanceof PhpArray pairs)) {
            throw Fault.of("The \"replace\" filter expects a sequence or a mapping, got \"" + Types.name(arguments[1])
                    + "\".");
        }
        frame.run().chargeArray(pairs.size());
        Map<Character, List<String[]>> byStart = new HashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            String key = pairs.keyAt(i).toString();
            if (key.isEmpty()) {
                frame.run().warn("strtr(): Ignoring replacement of empty string");
            } else {
                String[] pair = {key, Convert.text(pairs.valueAt(i), frame.run())};
                byStart.computeIfAbsent(key.charAt(0), start -> new ArrayList<>())
                        .add(pair);
            }
        }
        byStart.values().forEach(list -> list.sort(Comparator.comparingInt((String[] pair) -> -pair[0].length())));
        return byStart.isEmpty() ? text : replaced(text, byStart, frame.run());
    }

    private static String replaced(String text, Map<Character, List<String[]>> byStart, Run run) {
        StringBuilder result = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            String[] pair = longest(text, i, byStart.getOrDefault(text.charAt(i), List.of()), run);
            if (pair == null) {
                result.append(text.charAt(i));
                i++;
            } else {
                run.checkText((long) result.length() + pair[1].length());
                run.charge(pair[1].length());
                result.append(pair[1]);
                i += pair[0].length();
            }
        }
        run.charge(text.length());
        return result.toString();
    }

    private static String[] longest(String text, int at, List<String[]> pairs, Run run) {
        for (String[] pair : pairs) {
            run.step(1);
            if (Search.isAt(text, pair[0], at, run)) {
                return pair;
            }
        }
        return null;
    }
}
