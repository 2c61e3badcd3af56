// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.value.PhpArray;

/** The variable {@code loop}: eight elements that are computed when asked for. */
final class LoopArray extends PhpArray {

    private static final String[] KEYS = {
        "parent", "index0", "index", "first", "revindex0", "revindex", "length", "last"
    };

    private final PhpArray parent;
    private final int index;
    private final int length;

    LoopArray(PhpArray parent, int index, int length) {
        this.parent = parent;
        this.index = index;
        this.length = length;
    }

    @Override
    public int size() {
        return KEYS.length;
    }

    @Override
    public Object keyAt(int position) {
        return KEYS[position];
    }

    @Override
    public int find(Object key) {
        for (int i = 0; i < KEYS.length; i++) {
            if (KEYS[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Object valueAt(int position) {
        return switch (KEYS[position]) {
            case "parent" -> parent;
            case "index0" -> (long) index;
            case "index" -> index + 1L;
            case "first" -> index == 0;
            case "revindex0" -> length - index - 1L;
            case "revindex" -> (long) length - index;
            case "length" -> (long) length;
            default -> index == length - 1;
        };
    }

    @Override
    public boolean isList() {
        return false;
    }

    @Override
    public PhpArray copy() {
        PhpArray copy = new PhpArray(KEYS.length);
        for (int i = 0; i < KEYS.length; i++) {
            copy.put(KEYS[i], valueAt(i));
        }
        return copy;
    }
}
