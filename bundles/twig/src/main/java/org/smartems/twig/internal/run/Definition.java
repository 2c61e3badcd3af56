// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

import java.util.List;
import java.util.Set;

/**
 * A filter, function or test.
 *
 * @param name as it is written
 * @param parameters names of the arguments in snake case, without the value of a filter or test
 * @param required how many of them have to be given
 * @param variadic whether more may follow
 * @param body what it does
 * @param safe strategies for which its value needs no escaping; {@code all} stands for every one
 * @param preEscape strategy by which its value is escaped before; null for none
 */
public record Definition(
        String name,
        List<String> parameters,
        int required,
        boolean variadic,
        Body body,
        Set<String> safe,
        String preEscape) {

    /** Strategy that stands for every one. */
    public static final String ALL = "all";

    /**
     * Reads the parameters of a definition.
     *
     * @param name as it is written
     * @param parameters names separated by spaces; optional ones end with {@code ?}, a last {@code *} takes any number
     * @param body what it does
     * @return the definition
     */
    public static Definition of(String name, String parameters, Body body) {
        List<String> words = parameters.isEmpty() ? List.of() : List.of(parameters.split(" "));
        boolean variadic = words.contains("*");
        int required = (int) words.stream()
                .filter(word -> !word.endsWith("?") && !word.equals("*"))
                .count();
        List<String> names = words.stream()
                .filter(word -> !word.equals("*"))
                .map(word -> word.endsWith("?") ? word.substring(0, word.length() - 1) : word)
                .toList();
        return new Definition(name, names, required, variadic, body, Set.of(), null);
    }

    /**
     * Says that its value needs no escaping.
     *
     * @param strategies for which that holds
     * @return a changed copy
     */
    public Definition safeFor(String... strategies) {
        return new Definition(name, parameters, required, variadic, body, Set.of(strategies), preEscape);
    }

    /**
     * Says that its value has to be escaped before.
     *
     * @param strategy such as {@code html}
     * @return a changed copy
     */
    public Definition preEscaped(String strategy) {
        return new Definition(name, parameters, required, variadic, body, safe, strategy);
    }

    /**
     * Whether its value needs no escaping.
     *
     * @param strategy such as {@code html}
     * @return false when it has to be escaped
     */
    public boolean isSafe(String strategy) {
        return safe.contains(ALL) || safe.contains(strategy) || strategy.equals("html") && safe.contains("html_attr");
    }
}
