// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Cases that somebody asks for by words: each word is a value of a dimension, and a dimension without one has its usual
 * values.
 */
final class Selection {

    private final List<Dialect> dialects;
    private final List<Variant> variants;
    private final List<Work> works;
    private final List<Way> ways;
    private final List<Integer> clients;

    /**
     * Reads the words.
     *
     * @param text words with commas between them, such as {@code tk800,full,8}
     * @throws IllegalArgumentException when a word means nothing
     */
    Selection(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(text.split(",")));
        dialects = take(words, Dialect.values(), Dialect::id, List.of(Dialect.values()));
        variants =
                take(words, Variant.values(), Variant::id, List.of(Variant.PRODUCT, Variant.CONSTANT, Variant.SINGLE));
        works = take(words, Work.values(), Work::id, List.of(Work.NOTHING));
        ways = take(words, Way.values(), Way::id, List.of(Way.KEPT));
        clients = clients(words);
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("--cases does not know '" + words.get(0) + "'");
        }
    }

    /** In the order of the dimensions; what does not exist is left out. */
    List<Case> of(Stage stage) {
        List<Case> cases = new ArrayList<>();
        for (Dialect dialect : dialects) {
            for (Work work : works) {
                for (Way way : ways) {
                    for (Variant variant : variants) {
                        clients.stream()
                                .map(number -> new Case(stage, variant, dialect, work, way, number))
                                .filter(Plan::exists)
                                .forEach(cases::add);
                    }
                }
            }
        }
        return cases;
    }

    private static <T> List<T> take(List<String> words, T[] values, Function<T, String> id, List<T> usual) {
        List<T> taken = Arrays.stream(values)
                .filter(value -> words.remove(id.apply(value)))
                .toList();
        return taken.isEmpty() ? usual : taken;
    }

    private static List<Integer> clients(List<String> words) {
        List<Integer> taken = new ArrayList<>();
        words.removeIf(word -> word.matches("[1-9][0-9]{0,3}") && taken.add(Integer.valueOf(word)));
        return taken.isEmpty() ? List.of(Plan.MANY) : taken;
    }
}
