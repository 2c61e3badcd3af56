// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.util.HashMap;
import java.util.Map;

/** Words of the command line: each name with a value. */
final class Options {

    private final Map<String, String> values = new HashMap<>();

    Options(String... words) {
        for (int i = 0; i < words.length; i += 2) {
            if (!words[i].startsWith("--") || i + 1 == words.length) {
                throw new IllegalArgumentException("an option with a value is needed: " + words[i]);
            }
            values.put(words[i].substring(2), words[i + 1]);
        }
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " needs a number", e);
        }
    }
}
