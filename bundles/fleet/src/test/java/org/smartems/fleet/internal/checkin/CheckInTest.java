// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.checkin.Answered;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.checkin.LogLine;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.log.LogTable;
import org.smartems.persistence.Jdbc;
import org.smartems.spi.procedure.CommandReport;
import org.smartems.spi.procedure.CommandStatus;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.LogLevel;

class CheckInTest extends CheckInFixture {

    private record Stored(long id, Instant createdAt, String messageId, byte[] content) {}

    @Test
    void storesWhatTheDeviceSays() throws SQLException {
        long device = device(router, "S1");
        DeviceReport report = serial("S1")
                .with(DeviceField.MODEL, "TK815")
                .with(DeviceField.RSRP, "-90 dBm")
                .with(DeviceField.UPTIME, "1 day, 00:00:05")
                .withFirmwareVersion(1, "1.0");
        assertThat(checkIn(router, report)).isEqualTo("NOTHING");

        assertThat(text("select concat_ws('|', revision, serial_number, model, rsrp, rsrp_value, uptime_seconds,"
                        + " firmware_version1, source_ip, coalesce(x_forwarded_for, '-'), host, flag_sequence,"
                        + " commands, config_log, coalesce(delivering::text, '-'))"
                        + " from fleet_device_state where device_id = " + device))
                .isEqualTo("1|S1|TK815|-90 dBm|-90|86405|1.0|192.0.2.9|-|ems.example|0|[]|{}|-");
        assertThat(text("select concat_ws('|', device_id, device_type_id, outcome, enabled, coalesce(work, '-'), model,"
                        + " rsrp_value, firmware_version1, source_ip) from fleet_check_in"))
                .isEqualTo(device + "|" + router.id() + "|nothing|t|-|TK815|-90|1.0|192.0.2.9");
        assertThat(state(device, "floor(extract(epoch from seen_at))::bigint")).isEqualTo(time.now.getEpochSecond());
    }

    @Test
    void storesWhatMovesFromReportToReport() throws SQLException {
        long device = device(router, "S1");
        DeviceReport first = serial("S1").with(DeviceField.MODEL, "TK815").with(DeviceField.RSRP, "-90");
        checkIn(router, first);
        DeviceReport next = first.with(DeviceField.RSRP, "-71")
                .with(DeviceField.CELL_ID, "1A")
                .with(DeviceField.UPTIME, "0 days, 00:00:05")
                .with(DeviceField.CELLULAR_UPTIME1, "0 days, 00:00:04")
                .with(DeviceField.CELLULAR_UPTIME2, "0 days, 00:00:03");
        checkIn(router, next);
        checkIn(router, next.with(DeviceField.RSRP, ""));

        assertThat(text("select concat_ws('|', revision, model, coalesce(rsrp, '-'), coalesce(rsrp_value::text, '-'),"
                        + " cell_id, uptime, uptime_seconds, cellular_uptime1, cellular_uptime_seconds1,"
                        + " cellular_uptime2, cellular_uptime_seconds2) from fleet_device_state where device_id = "
                        + device))
                .isEqualTo("3|TK815|-|-|1A|0 days, 00:00:05|5|0 days, 00:00:04|4|0 days, 00:00:03|3");
    }

    @Test
    void logsTheContactInOrderWithSealedContents() throws SQLException {
        device(router, "S1");
        Contact contact = contact(router);
        contact.trail().add(new LogLine(LogLevel.WARNING, "ofTheProcedure", Map.of()));
        service.checkIn(contact, serial("S1"), checkIn -> {
            contact.trail().add(new LogLine(LogLevel.INFO, "withTheAnswer", Map.of()));
            return DeviceResponse.text("text/plain", "the answer");
        });

        List<Stored> lines = lines();
        assertThat(content(lines.get(0))).isEqualTo("the request");
        assertThat(content(lines.get(lines.size() - 1))).isEqualTo("the answer");
        assertThat(lines)
                .extracting(Stored::messageId)
                .containsExactly(
                        "requestDebug",
                        "ofTheProcedure",
                        "incomingRequest",
                        "deviceFound",
                        "noConfigSent",
                        "deviceFirmware1NoTemplate",
                        "deviceReinstallingConfig1NoNeed",
                        "deviceInstallConfig2NoTemplate",
                        "deviceNoChange",
                        "withTheAnswer",
                        "requestProcessed",
                        "responseDebug");
    }

    @Test
    void tiesTheLinesToTheirContact() throws SQLException {
        device(router, "S1");
        Contact contact = contact(router);
        contact.trail().add(new LogLine(LogLevel.WARNING, "ofTheProcedure", Map.of("a", "1\0\"", "b", 2)));
        service.checkIn(contact, serial("S1"), OUTCOME);
        assertThat(text("select parameters::text || level from fleet_communication_log"
                        + " where message_id = 'ofTheProcedure'"))
                .isEqualTo("{\"a\": \"1\uFFFD\\\"\", \"b\": 2}2");
        assertThat(count("fleet_communication_log l join fleet_check_in c on c.id = l.check_in_id"
                        + " and c.created_at = l.created_at and c.device_id = l.device_id"))
                .isEqualTo(lines().size());
    }

    @Test
    void storesConfigsDiagnoseDataAndCommands() throws SQLException {
        long device = device(gateway, "G1");
        request(device, WorkFlag.REQUEST_CONFIG_DATA);
        assertThat(checkIn(gateway, serial("G1").withConfig(1, "{\"a\":1}").withDiagnoseData("trace")))
                .isEqualTo("WORK");
        checkIn(gateway, serial("G1").withConfig(1, "{\"a\":1}"));

        assertThat(text("select concat_ws('|', slot, md5, updated_at > created_at, device_id) from fleet_config_log"))
                .isEqualTo("1|bb6cb5c68df4652941caf652a366f2d8|f|" + device);
        assertThat(count("fleet_config_log c join fleet_communication_log l on l.id = c.communication_log_id"
                        + " and l.message_id = 'configDifferentThanPreviousOne'"))
                .isOne();
        assertThat(count("fleet_diagnose_log d join fleet_communication_log l on l.id = d.communication_log_id"
                        + " and l.message_id = 'diagnoseDataSent'"))
                .isOne();
        assertThat(text("select concat_ws('|', name, status, kind, slot) from fleet_device_command"))
                .isEqualTo("get_config|pending|REQUEST_CONFIG|0");
        assertThat(text("select concat_ws('|', work, work_slot, command_name) from fleet_check_in order by id limit 1"))
                .isEqualTo("REQUEST_CONFIG|0|get_config");
    }

    @Test
    void movesTheDateOfAConfigThatIsReportedAgain() throws SQLException {
        device(router, "S1");
        checkIn(router, serial("S1").withConfig(1, "text"));
        time.now = time.now.plusSeconds(60);
        checkIn(router, serial("S1").withConfig(1, "text"));
        assertThat(text("select count(*) || '|' || max(extract(epoch from updated_at - created_at)::int)"
                        + " from fleet_config_log"))
                .isEqualTo("1|60");
    }

    @Test
    void closesACommandThatIsReportedOn() throws SQLException {
        long device = device(gateway, "G1");
        request(device, WorkFlag.REQUEST_CONFIG_DATA);
        Answered answered = service.checkIn(
                contact(gateway),
                serial("G1"),
                checkIn -> DeviceResponse.text(
                        "text/plain",
                        checkIn.work().orElseThrow().command().orElseThrow().transactionId()));
        answered.delivery().written();
        assertThat(count("fleet_device_state where commands <> '[]'")).isOne();

        checkIn(
                gateway,
                serial("G1")
                        .withCommand(CommandReport.of("get_config", body(answered), CommandStatus.CRITICAL)
                                .withError("nospace", "5", "full")));
        assertThat(text("select concat_ws('|', status, error_category, error_pid, error_message)"
                        + " from fleet_device_command"))
                .isEqualTo("critical|nospace|5|full");
        assertThat(text("select concat_ws('|', commands, command_retry_count, last_command_critical)"
                        + " from fleet_device_state"))
                .isEqualTo("[]|0|t");
    }

    @Test
    void storesNothingWhenTheAnswerCannotBeWorded() throws SQLException {
        long device = device(router, "S1");
        assertThatThrownBy(() -> service.checkIn(contact(router), serial("S1"), checkIn -> {
                    throw new IllegalStateException("no words");
                }))
                .hasMessage("no words");
        assertThatThrownBy(() -> service.checkIn(contact(router), serial("new"), checkIn -> {
                    throw new IllegalStateException("no words");
                }))
                .hasMessage("no words");
        assertThat(state(device, "revision")).isZero();
        assertThat(count("fleet_check_in")).isZero();
        assertThat(count("fleet_device")).isOne();
        assertThat(checkIn(router, serial("S1"))).isEqualTo("NOTHING");
    }

    @Test
    void decidesAgainWhenTheDeviceWasChangedMeanwhile() throws SQLException {
        long device = device(router, "S1");
        AtomicInteger asked = new AtomicInteger();
        Answered answered = service.checkIn(contact(router), serial("S1"), checkIn -> {
            if (asked.incrementAndGet() == 1) {
                quietly(() -> request(device, WorkFlag.REQUEST_DIAGNOSE_DATA));
            }
            return OUTCOME.apply(checkIn);
        });
        answered.delivery().written();
        assertThat(body(answered)).isEqualTo("WORK");
        assertThat(asked).hasValue(2);
        assertThat(count("fleet_check_in")).isOne();
        assertThat(state(device, "request_diagnose_data")).isZero();
    }

    @Test
    void givesUpWhenTheDeviceIsChangedAllTheTime() throws SQLException {
        long device = device(router, "S1");
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> service.checkIn(contact(router), serial("S1"), checkIn -> {
                    asked.incrementAndGet();
                    quietly(() -> change(device, "host = 'x'"));
                    return OUTCOME.apply(checkIn);
                }))
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.category()).isEqualTo(ErrorCategory.UNAVAILABLE));
        assertThat(asked).hasValue(3);
        assertThat(count("fleet_check_in")).isZero();
    }

    @Test
    void logsAReportThatBreaksARule() throws SQLException {
        long device = device(router, "S1");
        assertThatThrownBy(() -> checkIn(router, serial("S1").with(DeviceField.MODEL, "x".repeat(256))))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        e -> assertThat(e.errors()).extracting(FieldError::path).containsExactly("model"));
        assertThat(state(device, "revision")).isZero();
        assertThat(lines()).extracting(Stored::messageId).containsExactly("requestDebug", "deviceInvalidRequest");
        assertThat(content(lines().get(0))).isEqualTo("the request");
        assertThat(text("select parameters ->> 'errors' from fleet_communication_log where level = 3"))
                .isEqualTo("model: validation.lengthMax");
        assertThat(text("select outcome from fleet_check_in where device_id is null"))
                .isEqualTo("invalid");
    }

    @Test
    void logsWhatAProcedureCannotRead() throws SQLException {
        Contact contact = contact(router);
        contact.trail().add(new LogLine(LogLevel.DEBUG, "deviceInvalidRequestSendingEmpty", Map.of()));
        service.refuse(contact, List.of(FieldError.of("", "validation.json")));
        assertThat(lines())
                .extracting(Stored::messageId)
                .containsExactly("requestDebug", "deviceInvalidRequestSendingEmpty", "deviceInvalidRequest");
    }

    @Test
    void storesNothingInMaintenance() throws SQLException {
        device(router, "S1");
        settings = new Settings(true, 0, 7);
        CheckInService other = service("other");
        assertThat(body(other.checkIn(contact(router), serial("S1"), OUTCOME))).isEqualTo("MAINTENANCE");
        assertThat(body(other.checkIn(contact(router), serial("new"), OUTCOME))).isEqualTo("MAINTENANCE");
        other.refuse(contact(router), List.of(FieldError.of("", "validation.json")));
        other.stop();
        assertThat(count("fleet_check_in")).isZero();
        assertThat(count("fleet_device")).isOne();
    }

    @Test
    void tellsADeviceTypeThatLacksWhatItsProcedureRequires() throws SQLException {
        sql("update fleet_device_type set capabilities = 'hasConfig1 hasTemplates'; update fleet_catalogue set"
                + " revision = revision + 1");
        router = fleet.catalogue.refresh().deviceType(router.id()).orElseThrow();
        assertThat(checkIn(router, serial("S1"))).isEqualTo("MISCONFIGURED");
        assertThat(lines())
                .extracting(Stored::messageId)
                .contains("communicationProcedureRequirementsNotSatisfied", "communicationProcedureRequireHasGsm");
        assertThat(count("fleet_device")).isZero();
    }

    private interface Change {
        void make() throws SQLException;
    }

    private static void quietly(Change change) {
        try {
            change.make();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Stored> lines() {
        return transactions.call(() -> new Jdbc(transactions)
                .list(
                        "select id, created_at, message_id, content from fleet_communication_log order by id",
                        row -> new Stored(
                                row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3), row.getBytes(4))));
    }

    private static String content(Stored line) {
        byte[] plain =
                encryption.decrypt(LogTable.COMMUNICATION_LOG.content(line.createdAt(), line.id()), line.content());
        return new String(plain, StandardCharsets.UTF_8);
    }
}
