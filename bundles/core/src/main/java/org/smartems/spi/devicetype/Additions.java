// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.devicetype;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Copies of collections with something added. */
final class Additions {

    private Additions() {}

    static <T> Set<T> to(Set<T> set, Collection<T> more) {
        Set<T> all = new HashSet<>(set);
        all.addAll(more);
        return Collections.unmodifiableSet(all);
    }

    static Map<Integer, String> to(Map<Integer, String> map, int slot, String value) {
        Map<Integer, String> all = new TreeMap<>(map);
        all.put(slot, value);
        return Collections.unmodifiableMap(all);
    }
}
