// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.spi.job.Job;
import org.smartems.testing.contract.JobContract;

class CommandExpiryTest extends FleetFixture {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    @Test
    void endsWhatHasExpiredInStateAndLog() throws SQLException {
        device("[" + command("a", NOW.minusSeconds(1)) + "," + command("b", NOW) + ","
                + command("c", NOW.plusSeconds(1)) + "]");
        log("a", NOW.minusSeconds(1), "pending");
        log("b", NOW, "pending");
        log("c", NOW.plusSeconds(1), "pending");
        log("d", NOW.minusSeconds(9), "success");

        job().run();
        job().run();

        assertThat(text("select concat_ws('|', jsonb_array_length(commands), commands -> 0 ->> 'transactionId',"
                        + " revision) from fleet_device_state"))
                .isEqualTo("1|c|1");
        assertThat(text("select string_agg(transaction_id || '=' || status, ' ' order by id)"
                        + " from fleet_device_command"))
                .isEqualTo("a=expired b=expired c=pending d=success");
    }

    @Test
    void requestsAConfigAgainWhoseCommandWasNeverReportedOn() throws SQLException {
        device("[{\"transactionId\":\"a\",\"kind\":\"CONFIG\",\"slot\":2,\"expireAt\":\"" + NOW + "\"},"
                + "{\"transactionId\":\"b\",\"kind\":\"FIRMWARE\",\"slot\":1,\"expireAt\":\"" + NOW + "\"}]");
        sql("update fleet_device_state set flag_sequence = 4");
        job().run();
        assertThat(text("select concat_ws('|', reinstall_config1, reinstall_config2, reinstall_firmware1,"
                        + " flag_sequence) from fleet_device_state"))
                .isEqualTo("0|5|0|5");
    }

    @Test
    void leavesAnEmptyListWhenAllHaveExpired() throws SQLException {
        device("[" + command("a", NOW.minusSeconds(1)) + "]");
        job().run();
        assertThat(text("select commands from fleet_device_state")).isEqualTo("[]");
    }

    @Nested
    class AsAJob implements JobContract {

        @BeforeEach
        void openCommands() throws SQLException {
            device("[" + command("a", NOW.minusSeconds(1)) + "," + command("b", NOW.plusSeconds(1)) + "]");
            log("a", NOW.minusSeconds(1), "pending");
            log("b", NOW.plusSeconds(1), "pending");
        }

        @Override
        public Job job() {
            return CommandExpiryTest.job();
        }

        @Override
        public String state() {
            return read("select (select string_agg(s::text, ' ' order by s.device_id) from fleet_device_state s)"
                    + " || (select string_agg(c::text, ' ' order by c.id) from fleet_device_command c)");
        }
    }

    private static CommandExpiry job() {
        return new CommandExpiry(transactions, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String command(String transactionId, Instant expireAt) {
        return "{\"transactionId\":\"" + transactionId + "\",\"expireAt\":\"" + expireAt + "\"}";
    }

    private void device(String commands) throws SQLException {
        long type = fleet.gateway("gateway").id();
        String sql =
                """
                delete from fleet_device_command;
                insert into fleet_device (id, version, uuid, device_type_id, identifier, identifier_reported, name,
                    enabled, staging, created_at, updated_at)
                    values (9, 1, 'u', TYPE, 'G1', true, 'G1', true, false, now(), now());
                insert into fleet_device_state (device_id, device_type_id, commands) values (9, TYPE, 'COMMANDS')""";
        sql(sql.replace("TYPE", Long.toString(type)).replace("COMMANDS", commands));
    }

    private static void log(String transactionId, Instant expireAt, String status) throws SQLException {
        sql("insert into fleet_device_command (id, created_at, updated_at, device_id, device_type_id, name,"
                + " transaction_id, kind, slot, status, expire_at) values (ascii('" + transactionId
                + "'), now(), now(), 9, 1, 'n', '" + transactionId + "', 'CONFIG', 1, '" + status + "', '" + expireAt
                + "')");
    }
}
