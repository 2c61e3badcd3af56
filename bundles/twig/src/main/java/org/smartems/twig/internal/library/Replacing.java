// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;
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
        Map<String, String> replacements = new HashMap<>();
        NavigableSet<Integer> lengths = new TreeSet<>();
        for (int i = 0; i < pairs.size(); i++) {
            String key = pairs.keyAt(i).toString();
            if (key.isEmpty()) {
                frame.run().warn("strtr(): Ignoring replacement of empty string");
            } else {
                replacements.put(key, Convert.text(pairs.valueAt(i), frame.run()));
                lengths.add(key.length());
            }
        }
        return replacements.isEmpty() ? text : replaced(text, replacements, lengths.descendingSet(), frame);
    }

    private static String replaced(
            String text, Map<String, String> replacements, NavigableSet<Integer> lengths, Frame frame) {
        StringBuilder result = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            String key = key(text, i, replacements, lengths);
            frame.run().charge(lengths.size());
            if (key == null) {
                result.append(text.charAt(i));
                i++;
            } else {
                String replacement = replacements.get(key);
                frame.run().checkText((long) result.length() + replacement.length());
                result.append(replacement);
                i += key.length();
            }
        }
        return result.toString();
    }

    private static String key(String text, int at, Map<String, String> replacements, NavigableSet<Integer> lengths) {
        for (int length : lengths) {
            if (at + length <= text.length()) {
                String candidate = text.substring(at, at + length);
                if (replacements.containsKey(candidate)) {
                    return candidate;
                }
            }
        }
        return null;
    }
}
