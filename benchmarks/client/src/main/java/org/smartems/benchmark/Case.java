// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is measured.
 *
 * @param variant of the server
 * @param dialect of the devices
 * @param clients how many check in at once
 */
record Case(Variant variant, Dialect dialect, int clients) {

    static List<Case> all(Variant variant, int... clients) {
        List<Case> cases = new ArrayList<>();
        for (Dialect dialect : Dialect.values()) {
            for (int number : clients) {
                cases.add(new Case(variant, dialect, number));
            }
        }
        return cases;
    }

    @Override
    public String toString() {
        return dialect.label() + ", " + variant.label() + ", " + clients + " clients";
    }
}
