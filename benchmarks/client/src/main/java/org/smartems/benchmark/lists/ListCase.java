// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smartems.benchmark.Json;

/**
 * One thing that is measured.
 *
 * @param id in the figures
 * @param label for people
 * @param kind what is asked for
 * @param question how it is asked
 */
record ListCase(String id, String label, Kind kind, Question question) {

    private static final List<String> FIELDS =
            List.of("name", "serialNumber", "deviceType", "enabled", "seenAt", "firmwareVersion1");

    private static final String COLUMNS =
            "select d.id, d.name, s.serial_number, y.name as device_type, d.enabled, s.seen_at, s.firmware_version1"
                    + " from fleet_device d join fleet_device_state s on s.device_id = d.id"
                    + " join fleet_device_type y on y.id = d.device_type_id";

    /** What is asked for. */
    enum Kind {
        /** 25 rows, as an administrator. */
        PAGE,
        /** The last rows, as an administrator. */
        LAST_PAGE,
        /** 25 rows, as a user who sees the devices with an access tag. */
        TAGGED_PAGE,
        /** Figures of the home page. */
        FIGURES,
        /** All rows as CSV. */
        CSV,
        /** All rows as a workbook. */
        EXCEL;

        boolean isPage() {
            return this == PAGE || this == LAST_PAGE || this == TAGGED_PAGE;
        }

        boolean isExport() {
            return this == CSV || this == EXCEL;
        }
    }

    /**
     * The same question to the API and to the database.
     *
     * @param filters as a request has them
     * @param sorting by which field upwards; empty for the usual order
     * @param where condition of SQL, empty for none
     * @param order of SQL
     */
    record Question(List<Map<String, ?>> filters, String sorting, String where, String order) {

        static final Question ALL = where("");

        static Question where(String condition) {
            return new Question(List.of(), "", condition, "d.id");
        }

        static Question sorted(String field, String order) {
            return new Question(List.of(), field, "", order);
        }

        Question filter(String field, String type, Object value) {
            List<Map<String, ?>> more = new ArrayList<>(filters);
            more.add(Map.of("filterBy", field, "filterType", type, "filterValue", value));
            return new Question(more, sorting, where, order);
        }

        Question and(Question other) {
            List<Map<String, ?>> both = new ArrayList<>(filters);
            both.addAll(other.filters);
            return new Question(both, sorting, where + " and " + other.where, order);
        }
    }

    static final int ROWS = 25;

    /** Below the root of the API. */
    String path() {
        return switch (kind) {
            case PAGE, LAST_PAGE, TAGGED_PAGE -> "device/list";
            case FIGURES -> "dashboard/" + id;
            case CSV -> "device/export/csv";
            case EXCEL -> "device/export/excel";
        };
    }

    /** Of the request; pages count from 1. */
    String body(long page) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("filters", question.filters());
        if (!question.sorting().isEmpty()) {
            body.put("sorting", List.of(Map.of("field", question.sorting(), "direction", "asc")));
        }
        if (kind.isPage()) {
            body.put("page", page);
            body.put("rowsPerPage", ROWS);
            body.put("fields", FIELDS);
        } else {
            body.put("filename", "devices");
            body.put("sheetName", "Devices");
            body.put(
                    "fields",
                    FIELDS.stream()
                            .map(field -> Map.of("field", field, "label", field))
                            .toList());
        }
        return Json.write(body);
    }

    /** The floor: the same rows by plain SQL. */
    String sql() {
        String rows = COLUMNS + (question.where().isEmpty() ? "" : " where " + question.where()) + " order by "
                + question.order() + (kind == Kind.LAST_PAGE ? " desc" : "");
        return kind.isPage() ? rows + " limit " + ROWS : "copy (" + rows + ") to stdout with (format csv)";
    }

    /** How many rows there are, exactly. */
    String countSql() {
        return "select count(*) from fleet_device d join fleet_device_state s on s.device_id = d.id"
                + (question.where().isEmpty() ? "" : " where " + question.where());
    }
}
