// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.apache.velocity.runtime.directive.Scope;

/** The methods of values. All of them only read, and none takes a regular expression. */
final class Members {

    private Members() {}

    static Object call(Object value, String name, Object[] arguments) {
        Arguments given = new Arguments(name, arguments);
        Object result =
                switch (name) {
                    case "equals" -> Values.equal(value, given.only(), Meter.current());
                    case "toString" -> Texts.of(value, given.none());
                    default -> byKind(value, given);
                };
        if (result == Arguments.UNKNOWN) {
            throw new Refusal(SafeUberspect.kind(value) + " has no method " + name + " with " + arguments.length
                    + (arguments.length == 1 ? " argument" : " arguments"));
        }
        return result;
    }

    private static Object byKind(Object value, Arguments given) {
        if (value instanceof String text) {
            return TextMembers.call(text, given);
        }
        if (value instanceof List<?> list) {
            return list(list, given);
        }
        if (value instanceof Map<?, ?> map && !(value instanceof Scope)) {
            return map(map, given);
        }
        if (value instanceof Number number) {
            return number(number, given);
        }
        if (value instanceof EscapeTool) {
            return EscapeTool.call(given);
        }
        boolean asks = value instanceof ForeachScope && given.count() == 0;
        Object found = asks ? loop((ForeachScope) value, given.name()) : null;
        return found == null ? Arguments.UNKNOWN : found;
    }

    private static Object list(List<?> list, Arguments given) {
        Meter meter = Meter.current();
        return switch (given.signature()) {
            case "size/0" -> list.size();
            case "isEmpty/0" -> list.isEmpty();
            case "get/1" -> list.get(given.index(0, list.size()));
            case "contains/1" -> indexOf(list, given.only(), meter) >= 0;
            case "indexOf/1" -> indexOf(list, given.only(), meter);
            case "subList/2" -> {
                int end = given.position(1, list.size());
                yield Values.weighed(new ArrayList<>(list.subList(given.position(0, end), end)), meter);
            }
            default -> Arguments.UNKNOWN;
        };
    }

    private static int indexOf(List<?> list, Object wanted, Meter meter) {
        int index = 0;
        for (Object element : list) {
            if (Values.equal(element, wanted, meter)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    private static Object map(Map<?, ?> map, Arguments given) {
        Meter meter = Meter.current();
        return switch (given.signature()) {
            case "size/0" -> map.size();
            case "isEmpty/0" -> map.isEmpty();
            case "get/1" -> map.get(Texts.of(given.only(), meter));
            case "getOrDefault/2" -> {
                Object found = map.get(given.text(0));
                yield found == null ? given.get(1) : found;
            }
            case "containsKey/1" -> map.containsKey(given.text(0));
            case "keySet/0" -> Values.weighed(new ArrayList<>(map.keySet()), meter);
            case "values/0" -> Values.weighed(new ArrayList<>(map.values()), meter);
            case "entrySet/0" -> entries(map, meter);
            default -> Arguments.UNKNOWN;
        };
    }

    private static List<Object> entries(Map<?, ?> map, Meter meter) {
        meter.elements(3L * map.size());
        List<Object> entries = new ArrayList<>();
        map.forEach((key, value) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("key", key);
            entry.put("value", value);
            entries.add(entry);
        });
        return Values.weighed(entries, meter);
    }

    private static Object number(Number number, Arguments given) {
        return switch (given.signature()) {
            case "intValue/0", "longValue/0" -> number.longValue();
            case "doubleValue/0" -> number.doubleValue();
            default -> Arguments.UNKNOWN;
        };
    }

    /** What {@code $foreach} tells; null for what it does not know. */
    static Object loop(ForeachScope loop, String name) {
        return switch (name) {
            case "index", "getIndex" -> loop.getIndex();
            case "count", "getCount" -> loop.getCount();
            case "hasNext", "getHasNext" -> loop.getHasNext();
            case "first", "isFirst" -> loop.isFirst();
            case "last", "isLast" -> loop.isLast();
            case "parent", "getParent" -> loop.getParent() instanceof ForeachScope parent ? parent : null;
            default -> null;
        };
    }
}
