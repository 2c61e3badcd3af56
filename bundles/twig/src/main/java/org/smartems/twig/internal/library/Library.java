// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.smartems.twig.internal.run.Definition;

/** All filters, functions and tests. */
public final class Library {

    private static final Map<String, Definition> FILTERS = new HashMap<>();
    private static final Map<String, Definition> FUNCTIONS = new HashMap<>();
    private static final Map<String, Definition> TESTS = new HashMap<>();
    private static final Set<String> FUNCTION_NAMES = new TreeSet<>(List.of("parent", "block", "attribute"));

    static {
        add(FILTERS, TextFilters.all());
        add(FILTERS, SequenceFilters.all());
        add(FILTERS, ArrayFilters.all());
        add(FILTERS, NumberFilters.all());
        add(FILTERS, DateFunctions.filters());
        FILTERS.put("e", FILTERS.get("escape"));
        add(FUNCTIONS, Functions.all());
        add(FUNCTIONS, List.of(DateFunctions.function()));
        FUNCTION_NAMES.addAll(FUNCTIONS.keySet());
        add(TESTS, Tests.all());
    }

    private Library() {}

    private static void add(Map<String, Definition> all, List<Definition> definitions) {
        definitions.forEach(definition -> all.put(definition.name(), definition));
    }

    /**
     * A filter.
     *
     * @param name of it
     * @return null when there is none
     */
    public static Definition filter(String name) {
        return FILTERS.get(name);
    }

    /**
     * A function; those that the parser makes nodes of are not among them.
     *
     * @param name of it
     * @return null when there is none
     */
    public static Definition function(String name) {
        return FUNCTIONS.get(name);
    }

    /**
     * A test.
     *
     * @param name of it, with a blank between two words
     * @return null when there is none
     */
    public static Definition test(String name) {
        return TESTS.get(name);
    }

    /**
     * The names of all filters.
     *
     * @return for suggestions
     */
    public static Collection<String> filters() {
        return FILTERS.keySet();
    }

    /**
     * The names of all functions.
     *
     * @return for suggestions
     */
    public static Collection<String> functions() {
        return FUNCTION_NAMES;
    }

    /**
     * The names of all tests.
     *
     * @return for suggestions
     */
    public static Collection<String> tests() {
        return TESTS.keySet();
    }
}
