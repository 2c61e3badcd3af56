// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ExplainingTransactions;
import org.smartems.resource.testing.ResourceClient;

/**
 * How lists read the audit log and the log in attempts: never all of it. The rows are few for a log but real, with real
 * statistics: a scan costs in proportion to the rows and a page does not, so what the planner leaves alone here it
 * leaves alone all the more where there are millions.
 */
class LogPlansTest extends ResourceFixture {

    private static final int ROWS = 40_000;
    private static final String WHOLE_TABLE = "Seq Scan on platform_(audit_log_change|user_login_attempt)";

    private ExplainingTransactions explaining;
    private ResourceClient reader;
    private long rare;

    @BeforeEach
    void fill() throws Exception {
        rare = addUser("rare");
        explaining = new ExplainingTransactions(transactions);
        reader = ResourceClient.of(explaining, new LogResources(unit)).as(root, Permission.ADMIN);
        String moment = "now() - i * interval '1 minute'";
        sql("insert into platform_audit_log (created_at, author) select " + moment + ", 'root' from generate_series(1, "
                + ROWS + ") i; insert into platform_audit_log_change (log_id, created_at, author, type, entity_name,"
                + " entity_id, new_values) select l.id, l.created_at, l.author, 'create', case when l.id % 1000 = 0"
                + " then 'Label' else 'Device' end, l.id % 5000, '{}' from platform_audit_log l;"
                + " insert into platform_user_login_attempt (created_at, username, user_id, remote_host, login_valid)"
                + " select " + moment + ", case when i % 1000 = 0 then 'rare' else 'root' end, case when i % 1000 = 0"
                + " then " + rare + " else " + root + " end, '192.0.2.1', true from generate_series(1, " + ROWS + ") i;"
                + " analyze platform_audit_log, platform_audit_log_change, platform_user_login_attempt");
    }

    @Test
    void noPageReadsTheWholeLog() {
        for (String log : new String[] {"auditlogchange", "userloginattempt"}) {
            JsonNode first = page(log, "{'rowsPerPage': 10}");
            assertThat(first.path("rowCountExact").asBoolean(true)).as(log).isFalse();
            page(log, "{'rowsPerPage': 10, 'page': " + first.path("rowCount").asInt() / 10 + "}");
            Instant day = Instant.now().minus(1, ChronoUnit.DAYS);
            assertThat(filtered(log, "createdAt", "dateTimeGreaterThanOrEqual", "'" + day + "'"))
                    .as(log)
                    .isBetween(1400, 1500);
        }
        assertThat(filtered("auditlogchange", "entityName", "equal", "'Label'")).isEqualTo(ROWS / 1000);
        assertThat(filtered("userloginattempt", "user", "equal", String.valueOf(rare)))
                .isEqualTo(ROWS / 1000);
        assertThat(filtered("userloginattempt", "username", "equal", "'rare'")).isEqualTo(ROWS / 1000);
    }

    @Test
    void noPageOfPartsOfTextsReadsTheWholeLog() throws Exception {
        sql("update platform_audit_log_change set new_values = '{\"name\": \"Roof 17\"}' where id % 1000 = 1;"
                + " update platform_user_login_attempt set remote_host = '198.51.100.7' where id % 1000 = 1;"
                + " analyze platform_audit_log_change, platform_user_login_attempt");
        assertThat(filtered("auditlogchange", "entityName", "like", "'abe'")).isEqualTo(ROWS / 1000);
        assertThat(filtered("auditlogchange", "newValues", "like", "'roof'")).isEqualTo(ROWS / 1000);
        assertThat(filtered("userloginattempt", "username", "startsWith", "'rar'"))
                .isEqualTo(ROWS / 1000);
        assertThat(filtered("userloginattempt", "remoteHost", "endsWith", "'.100.7'"))
                .isEqualTo(ROWS / 1000);
    }

    @Test
    void noPageOfOneThingReadsTheWholeLog() throws Exception {
        String entry = text("select max(id) from platform_audit_log");
        assertThat(filtered("auditlogchange", "log.id", "equal", entry)).isEqualTo(1);
        String thing = "{'filters': [{'filterBy': 'entityName', 'filterType': 'equal', 'filterValue': 'Device'},"
                + "{'filterBy': 'entityId', 'filterType': 'equal', 'filterValue': 7}]}";
        assertThat(page("auditlogchange", thing).path("rowCount").asInt()).isEqualTo(ROWS / 5000);
    }

    private int filtered(String log, String field, String comparison, String value) {
        String body = "{'filters': [{'filterBy': '%s', 'filterType': '%s', 'filterValue': %s}]}";
        return page(log, body.formatted(field, comparison, value))
                .path("rowCount")
                .asInt();
    }

    /** A count ends at 10,001 rows: what it begins to read in a row it does not read to the end. */
    private JsonNode page(String log, String body) {
        explaining.take();
        JsonNode page = reader.post(log + "/list", body);
        assertThat(page.path("results").size()).as(log + body).isPositive();
        assertThat(explaining.take())
                .filteredOn(plan -> !plan.startsWith("select count(*)"))
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(plan).as(log + body).doesNotContainPattern(WHOLE_TABLE));
        return page;
    }
}
