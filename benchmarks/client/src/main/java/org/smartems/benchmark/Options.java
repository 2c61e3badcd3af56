// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Words of the command line: each name with a value. */
public final class Options {

    private final Map<String, String> values = new HashMap<>();

    /**
     * Takes the words.
     *
     * @param words {@code --name value}, again and again
     * @throws IllegalArgumentException when they are not, with a text for the caller
     */
    public Options(String... words) {
        for (int i = 0; i < words.length; i += 2) {
            if (!words[i].startsWith("--") || i + 1 == words.length) {
                throw new IllegalArgumentException("an option with a value is needed: " + words[i]);
            }
            values.put(words[i].substring(2), words[i + 1]);
        }
    }

    /**
     * A value.
     *
     * @param name without the hyphens
     * @return what came with it
     * @throws IllegalArgumentException when it is missing, with a text for the caller
     */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    /**
     * A value that is a number.
     *
     * @param name without the hyphens
     * @return what came with it
     * @throws IllegalArgumentException when it is missing or no number, with a text for the caller
     */
    public long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " needs a number", e);
        }
    }

    /**
     * A value that need not be there.
     *
     * @param name without the hyphens
     * @return what came with it; empty when it is missing
     */
    public Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
