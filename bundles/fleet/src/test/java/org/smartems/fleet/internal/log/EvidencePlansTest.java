// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.command.DeviceCommandResource;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ExplainingTransactions;
import org.smartems.resource.testing.ResourceClient;

/**
 * How lists read the smaller logs: never a whole day. The rows are few for a log but real, with real statistics: a scan
 * costs in proportion to the rows and a page does not, so what the planner leaves alone here it leaves alone all the
 * more where there are millions.
 */
class EvidencePlansTest extends FleetFixture {

    private static final int ROWS = 30_000;
    private static final int RARE = 3_000;

    /** One with many rows: of the day that has just begun nothing else is worth it. */
    private static final String WHOLE_PARTITION =
            "Seq Scan on fleet_(config_log|diagnose_log|device_command|failed_login)_2\\S* \\S+"
                    + " +\\(cost=0\\.00\\.\\.\\d{3,}\\.";

    private ExplainingTransactions explaining;
    private ResourceClient admin;
    private long type;

    @BeforeEach
    void fill() throws Exception {
        sql("create table if not exists platform_user_ref (id bigint primary key, representation text)");
        accessTag(1, 7);
        explaining = new ExplainingTransactions(transactions);
        admin = ResourceClient.of(
                explaining,
                new EvidenceResources(new StoredLogs(transactions, encryption)),
                new FailedLoginResource(),
                new DeviceCommandResource());
        type = fleet.router("tk800").id();
        sql("insert into fleet_device (id, version, uuid, device_type_id, identifier, identifier_reported, name,"
                + " enabled, staging, created_at, updated_at, access_tags) select n, 1, 'u' || n, " + type
                + ", 's' || n, true, 'device ' || n, true, false, now(), now(),"
                + " case when n % 100 = 0 then array[1::bigint] else '{}' end from generate_series(1, 1000) n;"
                + " insert into fleet_device_state (device_id, device_type_id) select id, device_type_id"
                + " from fleet_device; analyze fleet_device; analyze fleet_device_state");
        fillLogs();
    }

    private void fillLogs() throws Exception {
        String contents =
                "id, created_at, device_id, device_type_id, check_in_id, communication_log_id, level, content,"
                        + " access_tags";
        String values = "i, MOMENT, 1 + i % 1000, TYPE, i, i, 1, 'x', case when i % 1000 = 99 then array[1::bigint]"
                + " else '{}' end";
        fill(LogTable.CONFIG_LOG, contents + ", updated_at, slot, md5", values + ", MOMENT, 1, 'm' || i");
        fill(LogTable.DIAGNOSE_LOG, contents, values);
        fill(
                LogTable.DEVICE_COMMAND,
                "id, created_at, updated_at, device_id, device_type_id, name, transaction_id, kind, slot, status,"
                        + " expire_at",
                "i, MOMENT, MOMENT, 1 + i % 1000, TYPE, 'get_config', 't' || i, 'CONFIG', 1, 'success', MOMENT");
        fill(
                LogTable.FAILED_LOGIN,
                "id, created_at, remote_host, url, username, device_type_id, authentication_method",
                "i, MOMENT, '192.0.2.1', '/', 'mallory', TYPE, 'digest'");
    }

    private void fill(LogTable log, String columns, String values) throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        sql("delete from " + log.table());
        for (int day = 1; day <= 6; day++) {
            LocalDate from = today.minusDays(day);
            sql("create table if not exists "
                    + log.partition(from.atStartOfDay(ZoneOffset.UTC).toInstant()) + " partition of " + log.table()
                    + " for values from ('" + from + " 00:00:00+00') to ('" + from.plusDays(1) + " 00:00:00+00')");
        }
        sql(("insert into " + log.table() + " (" + columns + ") select " + values + " from generate_series(1, " + ROWS
                        + ") i; analyze " + log.table())
                .replace("MOMENT", "now() - i * interval '15 seconds'")
                .replace("TYPE", "case when i % " + RARE + " = 0 then 0 else " + type + " end"));
    }

    @Test
    void noPageReadsAWholeDay() {
        for (String log : new String[] {"configlog", "diagnoselog", "devicecommand", "devicefailedloginattempt"}) {
            JsonNode first = page(admin, log, "{'rowsPerPage': 10}");
            assertThat(first.path("rowCountExact").asBoolean(true)).as(log).isFalse();
            page(
                    admin,
                    log,
                    "{'rowsPerPage': 10, 'page': " + first.path("rowCount").asInt() / 10 + "}");
            String field = log.equals("devicecommand") ? "device.deviceType" : "deviceType";
            assertThat(filtered(log, field, "equalMultiple", "[0]")).as(log).isEqualTo(ROWS / RARE);
            Instant hour = Instant.now().minus(1, ChronoUnit.HOURS);
            assertThat(filtered(log, "createdAt", "dateTimeGreaterThanOrEqual", "'" + hour + "'"))
                    .as(log)
                    .isBetween(200, 250);
            if (!log.equals("devicefailedloginattempt")) {
                assertThat(filtered(log, "device", "equal", "7")).as(log).isEqualTo(ROWS / 1000);
            }
        }
    }

    @Test
    void noPageOfATaggedUserReadsAWholeDay() {
        ResourceClient operator = admin.as(7, Permission.SMARTEMS);
        for (String log : new String[] {"configlog", "diagnoselog", "devicecommand"}) {
            JsonNode first = page(operator, log, "{'rowsPerPage': 10}");
            int rows = first.path("rowCount").asInt();
            assertThat(rows).as(log).isEqualTo(log.equals("devicecommand") ? ROWS / 100 : ROWS / 1000);
            page(operator, log, "{'rowsPerPage': 10, 'page': " + rows / 10 + "}");
        }
    }

    /** Neither the page nor the count looks for the few rows of a device among all others. */
    @Test
    void theRowsOfARareAccessTagAreFoundByTheirDevices() throws Exception {
        accessTag(2, 8);
        sql("update fleet_device set access_tags = '{2}' where id = 18; analyze fleet_device;"
                + " update fleet_config_log set access_tags = '{2}' where device_id = 18;"
                + " update fleet_diagnose_log set access_tags = '{2}' where device_id = 18;"
                + " analyze fleet_tagged_device");
        ResourceClient operator = admin.as(8, Permission.SMARTEMS);
        for (String log : new String[] {"configlog", "diagnoselog", "devicecommand"}) {
            explaining.take();
            assertThat(operator.post(log + "/list", "{'rowsPerPage': 10}")
                            .path("rowCount")
                            .asInt())
                    .as(log)
                    .isEqualTo(ROWS / 1000);
            assertThat(explaining.take())
                    .filteredOn(plan -> plan.contains("access_tags &&") && plan.contains("l.created_at >="))
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy(plan -> assertThat(plan)
                            .contains("device_id_created_at_idx")
                            .doesNotContainPattern(WHOLE_PARTITION));
        }
    }

    @Test
    void whatADeviceLeftIsSeenByThoseWhoSawIt() throws Exception {
        sql("delete from fleet_device_state where device_id = 100; delete from fleet_device where id = 100");
        ResourceClient operator = admin.as(7, Permission.SMARTEMS);
        assertThat(operator.post("configlog/list", "{}").path("rowCount").asInt())
                .isEqualTo(ROWS / 1000);
        sql("update fleet_device set access_tags = '{}' where id = 200");
        assertThat(operator.post("diagnoselog/list", "{}").path("rowCount").asInt())
                .isEqualTo(ROWS / 1000);
    }

    private int filtered(String log, String field, String comparison, String value) {
        String body = "{'filters': [{'filterBy': '%s', 'filterType': '%s', 'filterValue': %s}]}";
        return page(admin, log, body.formatted(field, comparison, value))
                .path("rowCount")
                .asInt();
    }

    /** A count ends at 10,001 rows: what it begins to read in a row it does not read to the end. */
    private JsonNode page(ResourceClient client, String log, String body) {
        explaining.take();
        JsonNode page = client.post(log + "/list", body);
        assertThat(page.path("results").size()).as(log + body).isPositive();
        assertThat(explaining.take())
                .filteredOn(plan -> !plan.startsWith("select count(*)"))
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(plan).as(log + body).doesNotContainPattern(WHOLE_PARTITION));
        return page;
    }
}
