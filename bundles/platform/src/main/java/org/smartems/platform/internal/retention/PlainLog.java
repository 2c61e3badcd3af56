// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.retention;

import org.smartems.persistence.Jdbc;

/** A log that is one table, or one with a table that goes with it. */
enum PlainLog {
    /** Its entries take their changes along. */
    AUDIT(
            "platform_audit_log",
            "pg_total_relation_size('platform_audit_log') + pg_total_relation_size('platform_audit_log_change')",
            "select log_id as id, 400 + coalesce(pg_column_size(old_values), 0)"
                    + " + coalesce(pg_column_size(new_values), 0) as bytes from platform_audit_log_change"),
    /** One row each. */
    LOGIN_ATTEMPTS(
            "platform_user_login_attempt",
            "pg_total_relation_size('platform_user_login_attempt')",
            "select id, 150 + coalesce(pg_column_size(username), 0) + coalesce(pg_column_size(remote_host), 0) as bytes"
                    + " from platform_user_login_attempt");

    private final String table;
    private final String size;
    private final String rows;

    PlainLog(String table, String size, String rows) {
        this.table = table;
        this.size = size;
        this.rows = rows;
    }

    String table() {
        return table;
    }

    /**
     * The newest row that is too much; null when all may stay. A file does not shrink when rows go, so its size only
     * tells whether to look; then the rows are added up, newest first, each with what it takes in indexes.
     */
    Long lastOfTooMany(Jdbc jdbc, long bytes) {
        long file = jdbc.first("select " + size, row -> row.getLong(1)).orElseThrow();
        if (file <= bytes) {
            return null;
        }
        return jdbc.first(
                        "select id from (select id, sum(bytes) over (order by id desc) as total from (" + rows
                                + ") r) s where total > ? order by id desc limit 1",
                        row -> row.getLong(1),
                        bytes)
                .orElse(null);
    }
}
