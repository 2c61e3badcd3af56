// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.log.StoredLogs;
import org.smartems.fleet.log.CheckInEntry;
import org.smartems.fleet.log.CommunicationEntry;
import org.smartems.fleet.log.ContentLog;
import org.smartems.fleet.log.DeviceLogs;
import org.smartems.fleet.log.LogFilter;
import org.smartems.spi.procedure.LogLevel;

class DeviceLogsTest extends CheckInFixture {

    private DeviceLogs logs;

    @BeforeEach
    void contacts() throws SQLException {
        logs = new StoredLogs(transactions, encryption);
        long device = device(gateway, "G1");
        request(device, WorkFlag.REQUEST_CONFIG_DATA);
        checkIn(gateway, serial("G1").withFirmwareVersion(1, "1.0"));
        time.now = time.now.plusSeconds(1);
        checkIn(router, serial("S1").withConfig(1, "its config").withDiagnoseData("trace"));
    }

    @Test
    void tellsTheLastContacts() {
        List<CheckInEntry> all = logs.checkIns(LogFilter.all(), 10);
        assertThat(all).extracting(CheckInEntry::device).containsExactly("S1", "G1");
        assertThat(all.get(0).outcome()).isEqualTo("created");
        CheckInEntry gateways = all.get(1);
        assertThat(gateways.outcome()).isEqualTo("work");
        assertThat(gateways.work()).isEqualTo("request config");
        assertThat(gateways.command()).isEqualTo("get_config");
        assertThat(gateways.firmwareVersion()).isEqualTo("1.0");
        assertThat(gateways.deviceType()).isEqualTo("gateway");
        assertThat(logs.checkIns(LogFilter.all(), 1)).hasSize(1);
        assertThat(logs.checkIns(LogFilter.all().ofDevice("G1"), 10)).containsExactly(gateways);
        assertThat(logs.checkIns(LogFilter.all().from(time.now), 10)).hasSize(1);
    }

    @Test
    void tellsLinesInEnglishAndOpensTheirContents() {
        List<CommunicationEntry> lines = logs.communication(LogFilter.all().ofDevice("S1"), 100);
        CommunicationEntry request = lines.get(lines.size() - 1);
        assertThat(request.messageId()).isEqualTo("requestDebug");
        assertThat(request.text()).isEqualTo("Request of Router (router).");
        assertThat(request.hasContent()).isTrue();
        assertThat(text(logs.communicationContent(request.id(), request.createdAt())
                        .orElseThrow()))
                .isEqualTo("the request");
        assertThat(logs.communicationContent(request.id(), request.createdAt().plusNanos(1000)))
                .isEmpty();
        assertThat(logs.communication(LogFilter.all().atLeast(LogLevel.WARNING), 100))
                .isEmpty();
        assertThat(logs.communication(LogFilter.all().ofDevice("unknown"), 100)).isEmpty();
    }

    @Test
    void opensConfigsAndDiagnoseData() throws SQLException {
        Instant at = logs.checkIns(LogFilter.all().ofDevice("S1"), 1).get(0).createdAt();
        long config = Long.parseLong(text("select id from fleet_config_log"));
        long diagnose = Long.parseLong(text("select id from fleet_diagnose_log"));
        assertThat(text(logs.configContent(config, at).orElseThrow())).isEqualTo("its config");
        assertThat(text(logs.diagnoseContent(diagnose, at).orElseThrow())).isEqualTo("trace");
    }

    @Test
    void showsContentsById() throws SQLException {
        long request =
                Long.parseLong(text("select min(id) from fleet_communication_log where message_id = 'requestDebug'"));
        long without = Long.parseLong(text("select min(id) from fleet_communication_log where content is null"));
        long config = Long.parseLong(text("select id from fleet_config_log"));
        long diagnose = Long.parseLong(text("select id from fleet_diagnose_log"));
        assertThat(logs.show(AUTHOR, ContentLog.COMMUNICATION, request)).isEqualTo("the request");
        assertThat(logs.show(AUTHOR, ContentLog.CONFIG, config)).isEqualTo("its config");
        assertThat(logs.show(AUTHOR, ContentLog.DIAGNOSE, diagnose)).isEqualTo("trace");
        assertRefused(() -> logs.show(AUTHOR, ContentLog.COMMUNICATION, without), "deny.communicationLog.noContent");
        assertRefused(() -> logs.show(AUTHOR, ContentLog.CONFIG, request), "notFound");
    }

    @Test
    void tellsCommands() {
        assertThat(logs.commands(LogFilter.all(), 10)).singleElement().satisfies(command -> {
            assertThat(command.name()).isEqualTo("get_config");
            assertThat(command.status()).isEqualTo("pending");
            assertThat(command.device()).isEqualTo("G1");
            assertThat(Duration.between(command.createdAt(), command.expireAt()))
                    .isEqualTo(Duration.ofHours(4));
        });
    }

    @Test
    void everyLineHasAText() {
        Set<String> without = new HashSet<>();
        logs.communication(LogFilter.all(), 1000).forEach(line -> {
            if (line.text().startsWith(line.messageId())) {
                without.add(line.messageId());
            }
        });
        assertThat(without).isEmpty();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
