// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.resource.testing.ExplainingTransactions;
import org.smartems.resource.testing.ResourceClient;

/**
 * How lists read a log of many rows: its first, a filtered and its last page, never the whole table. With {@code
 * -Dplans.contacts=3400000} there are ten million lines.
 */
class LogPlansTest extends FleetFixture {

    private static final int CONTACTS = Integer.getInteger("plans.contacts", 40_000);
    private static final int PERIOD_SECONDS = 480_000;
    private static final int OF_A_DEVICE = 80;
    private static final int RARE = 40;

    /** One with many rows: of the day that has just begun nothing else is worth it. */
    private static final String WHOLE_PARTITION =
            "Seq Scan on fleet_(communication_log|check_in)_2\\S* \\S+ +\\(cost=0\\.00\\.\\.\\d{3,}\\.";

    private ExplainingTransactions explaining;
    private ResourceClient admin;
    private long type;

    @BeforeEach
    void fill() throws Exception {
        sql("create table if not exists platform_user_ref (id bigint primary key, representation text)");
        explaining = new ExplainingTransactions(transactions);
        admin = ResourceClient.of(
                explaining, new CommunicationLogResource(new StoredLogs(transactions, encryption), explaining));
        type = fleet.router("tk800").id();
        makePartitions();
        String moment = "now() - i * interval '" + (double) PERIOD_SECONDS / CONTACTS + " seconds'";
        sql(("insert into fleet_check_in (id, created_at, request_id, device_id, device_type_id, outcome, enabled)"
                        + " select i, MOMENT, 'r' || i, i % DEVICES, TYPE, 'none', true from generate_series(1, N) i;"
                        + " insert into fleet_communication_log (id, created_at, check_in_id, device_id,"
                        + " device_type_id, level, message_id, parameters) select i * 10 + j, MOMENT, i, i % DEVICES,"
                        + " case when i % SELDOM = 0 then 0 else TYPE end, case when i % SELDOM = 1 then 3 else 1 end,"
                        + " 'incomingRequest', '{}' from generate_series(1, N) i, generate_series(1, 3) j;"
                        + " analyze fleet_check_in; analyze fleet_communication_log")
                .replace("MOMENT", moment)
                .replace("TYPE", String.valueOf(type))
                .replace("DEVICES", String.valueOf(CONTACTS / OF_A_DEVICE))
                .replace("SELDOM", String.valueOf(CONTACTS / RARE))
                .replace("N)", CONTACTS + ")"));
    }

    private static void makePartitions() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (LogTable log : new LogTable[] {LogTable.CHECK_IN, LogTable.COMMUNICATION_LOG}) {
            sql("delete from " + log.table());
            for (int day = 1; day <= 6; day++) {
                LocalDate from = today.minusDays(day);
                sql("create table if not exists "
                        + log.partition(from.atStartOfDay(ZoneOffset.UTC).toInstant())
                        + " partition of " + log.table() + " for values from ('" + from + " 00:00:00+00') to ('"
                        + from.plusDays(1) + " 00:00:00+00')");
            }
        }
    }

    @Test
    void noPageReadsTheWholeLog() {
        JsonNode first = page("{'rowsPerPage': 10}");
        assertThat(first.path("rowCountExact").asBoolean(true)).isFalse();
        assertThat(first.path("rowCount").asInt()).isBetween(10_001, 10 * CONTACTS);
        page("{'rowsPerPage': 10, 'page': " + first.path("rowCount").asInt() / 10 + "}");
        assertThat(filtered("device", "equal", "7").path("rowCount").asInt()).isEqualTo(OF_A_DEVICE * 3);
        assertThat(filtered("deviceType", "equalMultiple", "[0]")
                        .path("rowCount")
                        .asInt())
                .isEqualTo(RARE * 3);
        assertThat(filtered("logLevel", "equal", "'error'").path("rowCount").asInt())
                .isEqualTo(RARE * 3);
        Instant hour = Instant.now().minus(1, ChronoUnit.HOURS);
        assertThat(filtered("createdAt", "dateTimeGreaterThanOrEqual", "'" + hour + "'")
                        .path("rowCount")
                        .asInt())
                .isBetween(CONTACTS / 50, CONTACTS / 40);
    }

    private JsonNode filtered(String field, String comparison, String value) {
        return page("{'filters': [{'filterBy': '%s', 'filterType': '%s', 'filterValue': %s}]}"
                .formatted(field, comparison, value));
    }

    /** A count ends at 10,001 rows: what it begins to read in a row it does not read to the end. */
    private JsonNode page(String body) {
        explaining.take();
        JsonNode page = admin.post("communicationlog/list", body);
        assertThat(page.path("results").size()).isPositive();
        List<String> plans = explaining.take();
        assertThat(plans)
                .filteredOn(plan -> !plan.startsWith("select count(*)"))
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(plan).doesNotContainPattern(WHOLE_PARTITION));
        assertThat(plans)
                .filteredOn(plan -> plan.startsWith("select count(*)"))
                .as("contacts are not read to count lines")
                .noneMatch(plan -> plan.contains("fleet_check_in"));
        return page;
    }
}
