// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

import java.util.Arrays;

/**
 * PHP's array: ordered, with keys of {@code Long} and {@code String}. Whoever makes one fills it; once handed on it
 * is never changed again, which stands for PHP's copies.
 */
public class PhpArray {

    private static final Object[] NONE = {};
    private static final int SMALL = 8;

    /** The array without elements. */
    public static final PhpArray EMPTY = new PhpArray();

    /** Null as long as the keys are 0, 1, 2 and so on. */
    private Object[] keys;

    private Object[] values;
    private int size;
    private KeyTable table;
    private long next;

    /** An array to be filled. */
    public PhpArray() {
        values = NONE;
    }

    /**
     * An array to be filled.
     *
     * @param capacity how many elements are expected
     */
    public PhpArray(int capacity) {
        values = capacity == 0 ? NONE : new Object[capacity];
    }

    /**
     * A list of values.
     *
     * @param values used as they are, not copied
     * @return with the keys 0, 1, 2 and so on
     */
    public static PhpArray list(Object... values) {
        PhpArray array = new PhpArray(0);
        array.values = values;
        array.size = values.length;
        array.next = values.length;
        return array;
    }

    /**
     * Elements it has.
     *
     * @return 0 or more
     */
    public int size() {
        return size;
    }

    /**
     * Whether it has none.
     *
     * @return true for an array without elements
     */
    public final boolean isEmpty() {
        return size() == 0;
    }

    /**
     * The key at a position.
     *
     * @param position from 0
     * @return {@code Long} or {@code String}
     */
    public Object keyAt(int position) {
        return keys == null ? Long.valueOf(position) : keys[position];
    }

    /**
     * The value at a position.
     *
     * @param position from 0
     * @return may be null
     */
    public Object valueAt(int position) {
        return values[position];
    }

    /**
     * Looks a key up.
     *
     * @param key normalised
     * @return the position, -1 when there is none
     */
    public int find(Object key) {
        if (keys == null) {
            if (key instanceof Long number && number >= 0 && number < size) {
                return number.intValue();
            }
            return -1;
        }
        if (table == null) {
            for (int i = 0; i < size; i++) {
                if (keys[i].equals(key)) {
                    return i;
                }
            }
            return -1;
        }
        return table.find(keys, key);
    }

    /**
     * The value of a key.
     *
     * @param key normalised
     * @return null when there is none as well
     */
    public final Object get(Object key) {
        int position = find(key);
        return position < 0 ? null : valueAt(position);
    }

    /**
     * Whether there is an element.
     *
     * @param key normalised
     * @return true also when its value is null
     */
    public final boolean has(Object key) {
        return find(key) >= 0;
    }

    /**
     * Whether the keys are 0, 1, 2 and so on.
     *
     * @return true for an empty array as well
     */
    public boolean isList() {
        int length = keys == null ? 0 : size();
        for (int i = 0; i < length; i++) {
            if (!(keyAt(i) instanceof Long number) || number != i) {
                return false;
            }
        }
        return true;
    }

    /**
     * Sets an element; only for who makes the array.
     *
     * @param key normalised
     * @param value may be null
     */
    public final void put(Object key, Object value) {
        int position = find(key);
        if (position >= 0) {
            values[position] = value;
            return;
        }
        if (keys == null && !(key instanceof Long number && number == size)) {
            makeKeys();
        }
        append(key, value);
        if (key instanceof Long number && number >= next && number != Long.MAX_VALUE) {
            next = number + 1;
        }
    }

    /**
     * Adds an element with the next free number; only for who makes the array.
     *
     * @param value may be null
     */
    public final void add(Object value) {
        if (keys == null && next == size) {
            ensure();
            values[size++] = value;
            next++;
            return;
        }
        put(next, value);
    }

    /**
     * A copy to be changed.
     *
     * @return has room for a few more elements
     */
    public PhpArray copy() {
        PhpArray copy = new PhpArray(0);
        int capacity = size + SMALL;
        copy.values = Arrays.copyOf(values, capacity);
        copy.keys = keys == null ? null : Arrays.copyOf(keys, capacity);
        copy.table = table == null ? null : table.copy();
        copy.size = size;
        copy.next = next;
        return copy;
    }

    /**
     * A copy without a key.
     *
     * @param key normalised
     * @return this array when it does not have the key
     */
    public final PhpArray without(Object key) {
        if (!has(key)) {
            return this;
        }
        PhpArray rest = new PhpArray(size());
        for (int i = 0; i < size(); i++) {
            if (!keyAt(i).equals(key)) {
                rest.put(keyAt(i), valueAt(i));
            }
        }
        return rest;
    }

    /**
     * The values in their order.
     *
     * @return a new array
     */
    public final Object[] values() {
        Object[] copy = new Object[size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = valueAt(i);
        }
        return copy;
    }

    private void append(Object key, Object value) {
        ensure();
        values[size] = value;
        if (keys != null) {
            keys[size] = key;
            size++;
            index();
            return;
        }
        size++;
    }

    private void ensure() {
        if (size < values.length) {
            return;
        }
        int capacity = Math.max(SMALL, size + (size >> 1));
        values = Arrays.copyOf(values, capacity);
        if (keys != null) {
            keys = Arrays.copyOf(keys, capacity);
        }
    }

    private void makeKeys() {
        Object[] numbers = new Object[Math.max(values.length, SMALL)];
        for (int i = 0; i < size; i++) {
            numbers[i] = (long) i;
        }
        values = Arrays.copyOf(values, numbers.length);
        keys = numbers;
        if (size > SMALL) {
            table = new KeyTable(keys, size);
        }
    }

    private void index() {
        if (table != null) {
            table.add(keys, size);
        } else if (size > SMALL) {
            table = new KeyTable(keys, size);
        }
    }
}
