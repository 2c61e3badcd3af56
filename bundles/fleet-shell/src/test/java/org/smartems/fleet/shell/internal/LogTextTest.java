// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.log.CheckInEntry;

class LogTextTest {

    private static final CheckInEntry ENTRY = new CheckInEntry(
            7,
            Instant.parse("2026-11-26T10:00:00.123456Z"),
            "r1",
            "G1",
            "Edge gateway",
            "work",
            "firmware 1",
            "update_firmware",
            "v1.9.0",
            "192.0.2.9");

    @Test
    void putsAContactIntoColumns() {
        assertThat(new CheckInsCommand().line(ENTRY))
                .isEqualTo("2026-11-26T10:00:00.123Z  Edge gateway  G1                      work          "
                        + "firmware 1 (update_firmware)    v1.9.0              192.0.2.9");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        CheckInEntry unknown = new CheckInEntry(8, ENTRY.createdAt(), "r2", "", "TK800", "invalid", "", "", "", "::1");
        assertThat(new CheckInsCommand().values(unknown).keySet())
                .containsExactly("id", "createdAt", "deviceType", "outcome", "sourceIp", "requestId");
    }

    @Test
    void keepsLongTextsApart() {
        assertThat(LogAction.columns(4, "long text", 3, "b")).isEqualTo("long text b");
    }

    @Test
    void letsNoDeviceSteerTheTerminal() {
        assertThat(LogAction.visible("a\u001b[2J\u009b\r\n\tb\u00e4")).isEqualTo("a?[2J??\n\tb\u00e4");
        assertThat(DeviceText.cell("RF\u001b[2J\u0007\n1")).isEqualTo("RF?[2J??1");
        assertThat(DeviceText.cell(List.of("a\u001b", "b"))).isEqualTo("a? b");
    }

    @Test
    void letsNoDeviceMakeALineOfItsOwn() {
        assertThat(LogAction.columns(1, "RF1\n2026-11-26 critical", 1, "text"))
                .isEqualTo("RF1?2026-11-26 critical text");
    }
}
