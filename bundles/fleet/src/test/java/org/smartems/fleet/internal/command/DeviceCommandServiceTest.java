// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.PlatformException;
import org.smartems.fleet.device.DeviceCommands;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.Told;

class DeviceCommandServiceTest extends FleetFixture {

    private static final long DEVICE = 9;

    private DeviceCommands commands;

    @BeforeEach
    void device() throws SQLException {
        commands = new DeviceCommandService(transactions, fleet.devices, fleet.audit);
        long type = fleet.gateway("gateway").id();
        String sql =
                """
                delete from fleet_device_command;
                insert into fleet_device (id, version, uuid, device_type_id, identifier, identifier_reported, name,
                    enabled, staging, created_at, updated_at)
                    values (9, 1, 'u', TYPE, 'G1', true, 'G1', true, false, now(), now());
                insert into fleet_device_state (device_id, device_type_id, command_retry_count, last_command_critical,
                    flag_sequence, reinstall_config1, commands)
                    values (9, TYPE, 2, true, 4, 3, '[{"transactionId":"a"},{"transactionId":"b"}]')""";
        sql(sql.replace("TYPE", Long.toString(type)));
        Told.since(fleet.audit);
    }

    @Test
    void waitsNoLongerForACancelledCommandAndSendsItNoMore() throws SQLException {
        log("a", "CONFIG", "pending");
        log("b", "FIRMWARE", "pending");
        assertThat(commands.cancel(AUTHOR, DEVICE, Optional.of("a"))).containsExactly("a");
        assertThat(text("select concat_ws('|', commands, revision, reinstall_config1) from fleet_device_state"))
                .isEqualTo("[{\"transactionId\": \"b\"}]|2|0");
        assertThat(statuses()).isEqualTo("a=expired b=pending");
        assertThat(Told.since(fleet.audit)).containsExactly("update DeviceCommand");
    }

    @Test
    void cancelsAllThatAreOpen() throws SQLException {
        log("a", "CONFIG", "pending");
        log("b", "FIRMWARE", "pending");
        log("c", "CONFIG", "success");
        assertThat(commands.cancel(AUTHOR, DEVICE, Optional.empty())).containsExactly("a", "b");
        assertThat(text("select commands from fleet_device_state")).isEqualTo("[]");
        assertThat(statuses()).isEqualTo("a=expired b=expired c=success");
        assertThatThrownBy(() -> commands.cancel(AUTHOR, DEVICE, Optional.empty()))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("open");
    }

    @Test
    void retriesTheLatestCommandAndForgetsFailures() throws SQLException {
        log("a", "CONFIG", "success");
        log("b", "FIRMWARE", "critical");
        assertThat(commands.retry(AUTHOR, DEVICE, Optional.empty())).isEqualTo(WorkFlag.REINSTALL_FIRMWARE1);
        assertThat(text("select concat_ws('|', command_retry_count, last_command_critical, reinstall_firmware1)"
                        + " from fleet_device_state"))
                .isEqualTo("0|f|5");
        assertThat(Told.since(fleet.audit)).containsExactly("update Device", "update Device");
    }

    @Test
    void retriesAnExpiredOneByItsTransaction() throws SQLException {
        sql("update fleet_device_state set reinstall_config1 = 0");
        log("a", "CONFIG", "expired");
        log("b", "FIRMWARE", "success");
        assertThat(commands.retry(AUTHOR, DEVICE, Optional.of("a"))).isEqualTo(WorkFlag.REINSTALL_CONFIG1);
        assertThat(text("select reinstall_config1 from fleet_device_state")).isEqualTo("5");
    }

    @Test
    void retriesNothingThatIsOpenOrHasSucceeded() throws SQLException {
        log("a", "CONFIG", "success");
        log("b", "FIRMWARE", "pending");
        refused("cancel it first", Optional.empty());
        refused("succeeded", Optional.of("a"));
        refused("no such command", Optional.of("z"));
        assertThat(text("select command_retry_count from fleet_device_state")).isEqualTo("2");
        assertThat(Told.since(fleet.audit)).isEmpty();
    }

    private void refused(String message, Optional<String> transaction) {
        assertThatThrownBy(() -> commands.retry(AUTHOR, DEVICE, transaction))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining(message);
    }

    private static String statuses() throws SQLException {
        return text("select string_agg(transaction_id || '=' || status, ' ' order by id) from fleet_device_command");
    }

    private static void log(String transactionId, String kind, String status) throws SQLException {
        sql("insert into fleet_device_command (id, created_at, updated_at, device_id, device_type_id, name,"
                + " transaction_id, kind, slot, status, expire_at) values (ascii('" + transactionId
                + "'), now(), now(), 9, 1, 'n', '" + transactionId + "', '" + kind + "', 1, '" + status
                + "', now() + interval '1 hour')");
    }
}
