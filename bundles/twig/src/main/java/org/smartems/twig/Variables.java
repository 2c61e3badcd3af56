// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig;

import java.math.BigInteger;
import java.util.Map;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.PhpArray;

/** Turns the caller's values into PHP's. Whatever it does not know never reaches a template. */
final class Variables {

    private static final int DEEPEST = 200;

    private Variables() {}

    static PhpArray of(Map<String, ?> variables) {
        return map(variables, 0);
    }

    private static Object value(Object value, int depth) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        }
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a variable is nested too deeply");
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, depth + 1);
        }
        if (value instanceof Iterable<?> iterable) {
            PhpArray list = new PhpArray();
            for (Object element : iterable) {
                list.add(value(element, depth + 1));
            }
            return list;
        }
        if (value instanceof Object[] array) {
            return value(java.util.Arrays.asList(array), depth);
        }
        throw new IllegalArgumentException(
                "a variable has the type " + value.getClass().getName());
    }

    private static PhpArray map(Map<?, ?> map, int depth) {
        PhpArray array = new PhpArray(map.size() + 8);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            array.put(Convert.key(value(entry.getKey(), DEEPEST)), value(entry.getValue(), depth));
        }
        return array;
    }

    private static Object number(Number number) {
        if (number instanceof Double) {
            return number;
        }
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return number.longValue();
        }
        boolean fits = number instanceof BigInteger integer && integer.bitLength() < Long.SIZE;
        return fits ? (Object) number.longValue() : (Object) number.doubleValue();
    }
}
