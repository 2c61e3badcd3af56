// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.velocity.runtime.Renderable;
import org.apache.velocity.runtime.directive.Scope;

/** The values that templates see: null, texts, numbers, booleans, lists and maps of these; nothing else ever. */
final class Values {

    static final int DEEPEST = 100;

    private static final int STEP = 4;

    private Values() {}

    /** Copies the caller's variables. */
    static Map<String, Object> copy(Map<String, Object> variables) {
        Map<String, Object> copy = new LinkedHashMap<>();
        variables.forEach((name, value) -> copy.put(name, copy(value, 0)));
        return copy;
    }

    private static Object copy(Object value, int depth) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Double || value instanceof Integer) {
            return value;
        }
        if (value instanceof Number number) {
            return number.doubleValue() == number.longValue() ? (Object) number.longValue() : number.doubleValue();
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        }
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a variable is nested too deeply");
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, element) -> copy.put(String.valueOf(key), copy(element, depth + 1)));
            return copy;
        }
        if (value instanceof Collection<?> collection) {
            List<Object> copy = new ArrayList<>(collection.size());
            collection.forEach(element -> copy.add(copy(element, depth + 1)));
            return copy;
        }
        throw new IllegalArgumentException(
                "a variable has the type " + value.getClass().getName());
    }

    /** Accounts for a list or map with all that is in it: later it may be written or compared. */
    static <T> T weighed(T container, Meter meter) {
        meter.elements(weight(container, 0));
        return container;
    }

    private static long weight(Object value, int depth) {
        if (value instanceof Renderable || value instanceof Scope) {
            throw new Refusal("Blocks and $foreach cannot be in lists and maps");
        }
        Collection<?> elements = value instanceof Map<?, ?> map ? map.values() : null;
        elements = value instanceof Collection<?> collection ? collection : elements;
        if (elements == null) {
            return 1;
        }
        if (depth > DEEPEST) {
            throw new Refusal("A list is nested deeper than the limit of " + DEEPEST + " levels");
        }
        long sum = 1;
        for (Object element : elements) {
            sum += weight(element, depth + 1);
            if (sum > Meter.ELEMENTS) {
                return sum;
            }
        }
        return sum;
    }

    static boolean isTrue(Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof Collection<?> collection) {
            return !collection.isEmpty();
        }
        return !(value instanceof Map<?, ?> map) || !map.isEmpty();
    }

    /** As Velocity's {@code ==}: numbers by value, also where one side is a text that reads as a number. */
    static boolean equal(Object left, Object right, Meter meter) {
        meter.work(STEP);
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof Number || right instanceof Number) {
            Number first = Numbers.orNull(left);
            Number second = Numbers.orNull(right);
            if (first != null && second != null) {
                return Numbers.compare(first, second) == 0;
            }
        }
        if (left instanceof List<?> first && right instanceof List<?> second) {
            return first.size() == second.size() && equal(first.iterator(), second.iterator(), meter);
        }
        if (left instanceof Map<?, ?> first && right instanceof Map<?, ?> second) {
            return equal(first, second, meter);
        }
        String first = Texts.of(left, meter);
        String second = Texts.of(right, meter);
        meter.work(Math.min(first.length(), second.length()));
        return first.equals(second);
    }

    private static boolean equal(Iterator<?> left, Iterator<?> right, Meter meter) {
        while (left.hasNext()) {
            if (!equal(left.next(), right.next(), meter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Map<?, ?> left, Map<?, ?> right, Meter meter) {
        if (left.size() != right.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : left.entrySet()) {
            if (!right.containsKey(entry.getKey()) || !equal(entry.getValue(), right.get(entry.getKey()), meter)) {
                return false;
            }
        }
        return true;
    }
}
