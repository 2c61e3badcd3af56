// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.persistence.Transactions;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ExplainingTransactions;
import org.smartems.resource.testing.ResourceClient;
import org.smartems.spi.job.Job;
import org.smartems.testing.contract.JobContract;

class DashboardTest extends FleetFixture {

    private static final Instant NOW = Instant.parse("2026-03-01T12:40:00Z");

    private long type;
    private int rows;

    @BeforeEach
    void devices() throws SQLException {
        sql("truncate fleet_contact_count, fleet_contact_count_progress, fleet_device_count,"
                + " fleet_device_count_progress, fleet_check_in, fleet_device_command");
        type = fleet.types
                .create(AUTHOR, fleet.routerForm("TK", "tk", "/router/tk"))
                .id();
        accessTag(1, 7);
        device(1, "{1,2}", true, NOW.minus(Duration.ofMinutes(5)), "'1.0'");
        device(2, "{2}", true, NOW.minus(Duration.ofHours(2)), "'2.0'");
        device(3, "{}", false, null, "null");
    }

    @Test
    void countsDevicesByStateAndFirmware() {
        JsonNode devices = admin(transactions, 10).get("dashboard/devices");
        assertThat(devices.path("countedAt").asText()).isEqualTo("2026-03-01T12:40:00Z");
        assertThat(lines(devices.path("states"))).containsExactly("false never 1", "true day 1", "true hour 1");
        assertThat(lines(admin(transactions, 10).get("dashboard/firmware").path("spread")))
                .containsExactly(type + " TK 1.0 1", type + " TK 2.0 1", type + " TK null 1");
    }

    @Test
    void tellsRareVersionsOfATypeTogether() throws SQLException {
        for (int i = 1; i <= DashboardRoutes.VERSIONS; i++) {
            device(10 + 2 * i, "{}", true, NOW, "'often " + (char) ('a' + i) + "'");
            device(11 + 2 * i, "{}", true, NOW, "'often " + (char) ('a' + i) + "'");
        }
        JsonNode spread = admin(transactions, 100).get("dashboard/firmware").path("spread");
        assertThat(lines(spread))
                .hasSize(DashboardRoutes.VERSIONS + 2)
                .contains(type + " TK often b 2", type + " TK null 1")
                .endsWith(type + " TK null 2 2");
        assertThat(spread.path(DashboardRoutes.VERSIONS + 1).path("others").asInt())
                .as("of two versions")
                .isEqualTo(2);
    }

    @Test
    void tellsUsersOfTheirDevicesAlone() throws SQLException {
        contact(1, NOW.minus(Duration.ofHours(1)), "work");
        contact(2, NOW.minus(Duration.ofHours(1)), "work");
        command(1, NOW.minus(Duration.ofHours(1)), "error");
        command(2, NOW.minus(Duration.ofHours(1)), "error");
        contacts(NOW).run();
        ResourceClient user = admin(transactions, 10).as(7, Permission.SMARTEMS);
        assertThat(lines(user.get("dashboard/devices").path("states"))).containsExactly("true hour 1");
        assertThat(lines(user.get("dashboard/firmware").path("spread"))).containsExactly(type + " TK 1.0 1");
        assertThat(lines(user.get("dashboard/contacts").path("hours"))).containsExactly("2026-03-01T11:00:00Z work 1");
        assertThat(lines(user.get("dashboard/commands").path("hours"))).containsExactly("2026-03-01T11:00:00Z error 1");
        ResourceClient stranger = admin(transactions, 10).as(8, Permission.SMARTEMS);
        for (String figures : List.of("devices.states", "firmware.spread", "contacts.hours", "commands.hours")) {
            String[] path = figures.split("\\.");
            assertThat(stranger.get("dashboard/" + path[0]).path(path[1]))
                    .as(figures)
                    .isEmpty();
        }
        assertThatThrownBy(() -> admin(transactions, 10).as(8, Permission.VPN).get("dashboard/contacts"))
                .hasMessageContaining("accessDenied");
    }

    @Test
    void answersForManyDevicesWithTheCountsOfTheLastMinute() throws SQLException {
        ResourceClient admin = admin(transactions, 2);
        assertThat(lines(admin.get("dashboard/devices").path("states")))
                .as("before the first counts")
                .hasSize(3);
        new DeviceCounts(transactions, at(NOW.minusSeconds(50)), 2).run();
        device(4, "{1}", true, NOW, "'1.0'");
        JsonNode devices = admin.get("dashboard/devices");
        assertThat(devices.path("countedAt").asText()).isEqualTo("2026-03-01T12:39:00Z");
        assertThat(lines(devices.path("states"))).containsExactly("false never 1", "true day 1", "true hour 1");
        ResourceClient user = admin.as(7, Permission.SMARTEMS);
        assertThat(lines(user.get("dashboard/devices").path("states")))
                .as("of few they are made now")
                .containsExactly("true hour 2");
        device(5, "{1}", true, NOW, "'1.0'");
        assertThat(lines(user.get("dashboard/firmware").path("spread"))).containsExactly(type + " TK 1.0 1");

        new DeviceCounts(transactions, at(NOW), 10).run();
        assertThat(lines(admin.get("dashboard/devices").path("states")))
                .as("no old counts stay when the fleet has shrunk")
                .containsExactly("false never 1", "true day 1", "true hour 3");
    }

    @Test
    void countsEachContactOnceByHourAndOutcome() throws SQLException {
        contact(1, NOW.minus(Duration.ofHours(30)), "nothing");
        contact(1, Instant.parse("2026-02-28T13:00:00Z"), "nothing");
        contact(1, Instant.parse("2026-03-01T11:59:59Z"), "nothing");
        contact(2, Instant.parse("2026-03-01T12:00:00Z"), "disabled");
        contact(0, Instant.parse("2026-03-01T12:00:01Z"), "invalid");
        contacts(NOW).run();
        contact(1, NOW.minusSeconds(5), "nothing");
        contacts(NOW).run();
        assertThat(contactLines())
                .containsExactly(
                        "2026-02-28T13:00:00Z nothing 1",
                        "2026-03-01T11:00:00Z nothing 1",
                        "2026-03-01T12:00:00Z disabled 1",
                        "2026-03-01T12:00:00Z invalid 1");

        contacts(NOW.plusSeconds(60)).run();
        assertThat(contactLines()).contains("2026-03-01T12:00:00Z nothing 1").hasSize(5);
        contacts(NOW.plus(Duration.ofDays(3))).run();
        assertThat(read("select count(*) from fleet_contact_count")).isEqualTo("0");
    }

    @Test
    void tellsUntilWhenContactsAreCounted() {
        ResourceClient admin = admin(transactions, 10);
        JsonNode before = admin.get("dashboard/contacts");
        assertThat(before.has("countedUntil")).isFalse();
        assertThat(before.path("from").asText()).isEqualTo("2026-02-28T13:00:00Z");
        contacts(NOW).run();
        assertThat(admin.get("dashboard/contacts").path("countedUntil").asText())
                .isEqualTo("2026-03-01T12:39:30Z");
    }

    @Test
    void readsNoLogButForCommandsThatFailed() throws SQLException {
        sql("insert into fleet_check_in (id, created_at, request_id, device_id, device_type_id, outcome, enabled)"
                + " select 1000 + i, timestamptz '" + NOW + "' - i * interval '1 second', '', 1, " + type
                + ", 'nothing', true from generate_series(1, 20000) i;"
                + " insert into fleet_device_command (id, created_at, updated_at, device_id, device_type_id, name,"
                + " transaction_id, kind, slot, status, expire_at) select 1000 + i, timestamptz '" + NOW
                + "' - i * interval '1 second', now(), 1, " + type + ", 'c', 't', 'CONFIG', 1,"
                + " case when i % 1000 = 0 then 'expired' else 'success' end, now() from generate_series(1, 20000) i;"
                + " analyze fleet_check_in; analyze fleet_device_command");
        contacts(NOW).run();
        ExplainingTransactions explaining = new ExplainingTransactions(transactions);
        ResourceClient admin = admin(explaining, 10);
        assertThat(lines(admin.get("dashboard/contacts").path("hours"))).hasSize(6);
        assertThat(explaining.take()).hasSize(2).noneMatch(plan -> plan.contains("fleet_check_in"));
        assertThat(admin.get("dashboard/commands").path("hours")).isNotEmpty();
        assertThat(explaining.take()).singleElement().satisfies(plan -> assertThat(plan)
                .contains("fleet_device_command_default_created_at_idx")
                .doesNotContain("Seq Scan on fleet_device_command_default"));
    }

    @Nested
    class ContactCountsAsAJob implements JobContract {

        @BeforeEach
        void contact() throws SQLException {
            DashboardTest.this.contact(1, NOW.minus(Duration.ofHours(3)), "nothing");
        }

        @Override
        public Job job() {
            return contacts(NOW);
        }

        @Override
        public String state() {
            return read("select concat((select string_agg(c::text, ' ' order by c::text) from fleet_contact_count c),"
                    + " (select p::text from fleet_contact_count_progress p))");
        }
    }

    @Nested
    class DeviceCountsAsAJob implements JobContract {

        @Override
        public Job job() {
            return new DeviceCounts(transactions, at(NOW), 1);
        }

        @Override
        public String state() {
            return read("select concat((select string_agg(c::text, ' ' order by c::text) from fleet_device_count c),"
                    + " (select p::text from fleet_device_count_progress p))");
        }
    }

    private static ResourceClient admin(Transactions transactions, int live) {
        return ResourceClient.of(transactions, new DashboardRoutes(transactions, at(NOW), live));
    }

    private static ContactCounts contacts(Instant now) {
        return new ContactCounts(transactions, at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static List<String> contactLines() {
        return lines(admin(transactions, 10).get("dashboard/contacts").path("hours"));
    }

    private static List<String> lines(JsonNode rows) {
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> {
            List<String> words = new ArrayList<>();
            row.forEach(value -> words.add(value.asText()));
            lines.add(String.join(" ", words));
        });
        return lines;
    }

    private void device(long id, String tags, boolean enabled, Instant seen, String firmware) throws SQLException {
        sql("insert into fleet_device (id, version, uuid, device_type_id, identifier, identifier_reported, name,"
                + " enabled, staging, created_at, updated_at, access_tags) values (" + id
                + ", 0, gen_random_uuid(), " + type + ", '" + id + "', true, '" + id + "', " + enabled
                + ", false, now(), now(), '" + tags + "'); insert into fleet_device_state (device_id, device_type_id,"
                + " seen_at, firmware_version1) values (" + id + ", " + type + ", "
                + (seen == null ? "null" : "'" + seen + "'") + ", " + firmware + ")");
    }

    private void contact(long device, Instant at, String outcome) throws SQLException {
        sql("insert into fleet_check_in (id, created_at, request_id, device_id, device_type_id, outcome, enabled)"
                + " values (" + ++rows + ", '" + at + "', '', nullif(" + device + ", 0), " + type + ", '" + outcome
                + "', true)");
    }

    private void command(long device, Instant at, String status) throws SQLException {
        sql("insert into fleet_device_command (id, created_at, updated_at, device_id, device_type_id, name,"
                + " transaction_id, kind, slot, status, expire_at) values (" + ++rows + ", '" + at + "', now(), "
                + device + ", " + type + ", 'c', 't', 'CONFIG', 1, '" + status + "', now())");
    }
}
