// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

import java.security.SecureRandom;
import java.util.Arrays;

/** Finds the positions of the keys of one array. It bears keys that were chosen to collide. */
final class KeyTable {

    private static final int LEAST = 32;
    private static final int MOST_STEPS = 40;
    private static final int GOLDEN = 0x9E3779B9;
    private static final long MIXER = 0xBF58476D1CE4E5B9L;
    private static final long SECRET = new SecureRandom().nextLong();

    private int[] slots;

    /** Whether keys collided so often that somebody may have chosen them. */
    private boolean guarded;

    KeyTable(Object[] keys, int size) {
        slots = new int[capacity(size)];
        fill(keys, size);
    }

    private KeyTable(KeyTable other) {
        slots = other.slots.clone();
        guarded = other.guarded;
    }

    KeyTable copy() {
        return new KeyTable(this);
    }

    /** The position of a key, -1 for none. */
    int find(Object[] keys, Object key) {
        int slot = slot(key);
        while (slots[slot] != 0) {
            int position = slots[slot] - 1;
            if (keys[position].equals(key)) {
                return position;
            }
            slot = next(slot);
        }
        return -1;
    }

    /** Takes the last of the keys in. */
    void add(Object[] keys, int size) {
        if (size * 2 > slots.length) {
            slots = new int[capacity(size)];
            fill(keys, size);
        } else if (!insert(keys[size - 1], size - 1)) {
            guard(keys, size);
        }
    }

    private static int capacity(int size) {
        return Math.max(Integer.highestOneBit(size) * 4, LEAST);
    }

    private void fill(Object[] keys, int size) {
        for (int i = 0; i < size; i++) {
            if (!insert(keys[i], i)) {
                guard(keys, size);
                return;
            }
        }
    }

    private void guard(Object[] keys, int size) {
        guarded = true;
        Arrays.fill(slots, 0);
        fill(keys, size);
    }

    /** False when it took so many steps that another hash is needed. */
    private boolean insert(Object key, int position) {
        int slot = slot(key);
        int steps = 0;
        while (slots[slot] != 0) {
            slot = next(slot);
            steps++;
        }
        slots[slot] = position + 1;
        return steps <= MOST_STEPS || guarded;
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    private int slot(Object key) {
        int hash = (guarded ? secretHash(key) : key.hashCode()) * GOLDEN;
        return (hash ^ hash >>> 15) & (slots.length - 1);
    }

    /** A hash for which nobody can choose keys. */
    private static int secretHash(Object key) {
        long hash = SECRET;
        if (key instanceof Long number) {
            hash = (hash ^ number) * MIXER;
            hash = (hash ^ hash >>> 29) * (SECRET | 1);
        } else {
            String text = (String) key;
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * MIXER;
                hash ^= hash >>> 31;
            }
        }
        return (int) (hash >>> 32);
    }
}
