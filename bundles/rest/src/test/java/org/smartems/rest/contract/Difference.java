// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what differs, in sentences. */
final class Difference {

    private final List<String> sentences = new ArrayList<>();

    void say(String where, String what) {
        sentences.add(where + ": " + what);
    }

    void same(String where, Object contract, Object declared) {
        if (!contract.equals(declared)) {
            say(where, "contract " + contract + ", declared " + declared);
        }
    }

    /** Compares without an order. */
    void sameNames(String where, Collection<String> contract, Collection<String> declared) {
        Set<String> missing = new LinkedHashSet<>(contract);
        missing.removeAll(declared);
        Set<String> extra = new LinkedHashSet<>(declared);
        extra.removeAll(contract);
        if (!missing.isEmpty()) {
            say(where, "missing " + missing);
        }
        if (!extra.isEmpty()) {
            say(where, "not in the contract " + extra);
        }
    }

    List<String> sentences() {
        return new ArrayList<>(new LinkedHashSet<>(sentences));
    }
}
