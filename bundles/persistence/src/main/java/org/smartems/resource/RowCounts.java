// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.persistence.PersistenceException;

/** Counts rows exactly up to a limit; beyond it the planner is asked, because counting would read them all. */
final class RowCounts {

    private static final int EXACT = 10_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Connection connection;

    RowCounts(Connection connection) {
        this.connection = connection;
    }

    RowCount of(Shape shape, Sql where) {
        Sql rows = Sql.of("select 1 from").then(shape.from(where)).then("where").then(where);
        long counted = Long.parseLong(
                text(Sql.of("select count(*) from (").then(rows).then("limit " + (EXACT + 1) + ") counted")));
        if (counted <= EXACT) {
            return new RowCount(counted, true);
        }
        return new RowCount(Math.max(counted, expected(rows)), false);
    }

    private long expected(Sql rows) {
        try {
            return MAPPER.readTree(text(Sql.of("explain (format json)").then(rows)))
                    .path(0)
                    .path("Plan")
                    .path("Plan Rows")
                    .asLong();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Sql sql) {
        try (PreparedStatement statement = Statements.prepare(connection, sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
