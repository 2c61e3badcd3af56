// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which rows of a list are wanted.
 *
 * @param page from 1
 * @param rowsPerPage from 1 to {@link #MOST_ROWS}
 * @param sortings in the order in which they count; empty for the order of the resource
 * @param conditions all of which must hold
 * @param filtered names of what is filtered by
 * @param fields to be answered; empty for all
 */
record ListQuery(
        int page,
        int rowsPerPage,
        List<Sorting> sortings,
        List<Sql> conditions,
        Set<String> filtered,
        Set<String> fields) {

    static final int MOST_ROWS = 10_000;
    static final int DEFAULT_ROWS = 10;

    /** A direction by something that can be sorted by. */
    record Sorting(String field, boolean descending) {

        static List<Sorting> ascending(String... fields) {
            return Arrays.stream(fields).map(field -> new Sorting(field, false)).toList();
        }
    }

    long offset() {
        return (page - 1L) * rowsPerPage;
    }
}
