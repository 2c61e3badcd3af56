// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the route of a request; a path with fixed words goes before one with parameters. Immutable. */
public final class Router {

    private final List<Entry> entries;

    private record Entry(String[] segments, Route route) {}

    /**
     * A route and what the path of the request says.
     *
     * @param route that was found
     * @param parameters by name
     */
    public record Match(Route route, Map<String, String> parameters) {}

    /**
     * A router.
     *
     * @param routes when two have the same method and path, the first one counts
     */
    public Router(Collection<Route> routes) {
        Map<String, Entry> known = new LinkedHashMap<>();
        for (Route route : routes) {
            known.putIfAbsent(
                    route.method() + " " + route.path(), new Entry(route.path().split("/"), route));
        }
        List<Entry> sorted = new ArrayList<>(known.values());
        sorted.sort(java.util.Comparator.comparing(Router::generality));
        entries = List.copyOf(sorted);
    }

    private static String generality(Entry entry) {
        StringBuilder text = new StringBuilder();
        for (String segment : entry.segments()) {
            text.append(isParameter(segment) ? '1' : '0');
        }
        return text.toString();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    /**
     * The route of a request.
     *
     * @param method of the request
     * @param path below the API's root, decoded, without a slash at its beginning
     * @return empty when there is none
     */
    public Optional<Match> find(String method, String path) {
        String[] segments = path.split("/", -1);
        return entries.stream()
                .filter(entry -> entry.route().method().equals(method) && fits(entry.segments(), segments))
                .findFirst()
                .map(entry -> new Match(entry.route(), parameters(entry.segments(), segments)));
    }

    /**
     * The methods that a path has.
     *
     * @param path as for {@link #find}
     * @return empty when there is no such path
     */
    public Set<String> methods(String path) {
        String[] segments = path.split("/", -1);
        Set<String> methods = new TreeSet<>();
        for (Entry entry : entries) {
            if (fits(entry.segments(), segments)) {
                methods.add(entry.route().method());
            }
        }
        return methods;
    }

    /**
     * All routes.
     *
     * @return each method and path once
     */
    public List<Route> routes() {
        return entries.stream().map(Entry::route).toList();
    }

    private static boolean fits(String[] pattern, String[] segments) {
        if (pattern.length != segments.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (!isParameter(pattern[i]) && !pattern[i].equals(segments[i])) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> parameters(String[] pattern, String[] segments) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < pattern.length; i++) {
            if (isParameter(pattern[i])) {
                parameters.put(pattern[i].substring(1, pattern[i].length() - 1), segments[i]);
            }
        }
        return Collections.unmodifiableMap(parameters);
    }
}
