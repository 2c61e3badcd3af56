// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The figures of an earlier run that were kept, to be compared with.
 *
 * @param members of the JSON object; empty when none were kept
 */
public record Kept(Map<?, ?> members) {

    /**
     * Reads them.
     *
     * @param file that may be missing
     * @return what it holds
     * @throws IOException when it is there and holds something else
     */
    public static Kept read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Kept(Map.of());
        }
        if (Json.read(Files.readString(file)) instanceof Map<?, ?> members) {
            return new Kept(members);
        }
        throw new IOException(file + " has no figures");
    }

    /**
     * A setting of that run.
     *
     * @param name of it
     * @return its text; empty when there is none
     */
    public String setting(String name) {
        return members.get("settings") instanceof Map<?, ?> settings && settings.get(name) != null
                ? settings.get(name).toString()
                : "";
    }

    /**
     * A figure.
     *
     * @param key members by which the case is known
     * @param name of the figure
     * @return empty when there is none
     */
    public OptionalDouble figure(Map<String, ?> key, String name) {
        if (members.get("cases") instanceof List<?> cases) {
            for (Object found : cases) {
                if (found instanceof Map<?, ?> test && matches(test, key) && test.get(name) instanceof Number number) {
                    return OptionalDouble.of(number.doubleValue());
                }
            }
        }
        return OptionalDouble.empty();
    }

    private static boolean matches(Map<?, ?> test, Map<String, ?> key) {
        return key.entrySet().stream()
                .allMatch(entry -> String.valueOf(entry.getValue()).equals(String.valueOf(test.get(entry.getKey()))));
    }
}
