// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;

/** A procedure that fails when it is known already which device called. */
class FaultOfAnAnswerTest {

    private static final DeviceReport REPORT = DeviceReport.empty().with(DeviceField.SERIAL_NUMBER, "S1");

    @Test
    void isToldWithTheDeviceAndTheReason(@TempDir Path etc) throws Exception {
        assertTold(etc, () -> {
            throw new IllegalStateException("of the answer");
        });
    }

    @Test
    void isToldWhenAClassIsMissing(@TempDir Path etc) throws Exception {
        assertTold(etc, () -> {
            throw new NoClassDefFoundError("of the answer");
        });
    }

    private static void assertTold(Path etc, Supplier<DeviceResponse> answer) throws Exception {
        try (EndpointServer server = new EndpointServer(etc)) {
            server.procedure.handling = exchange -> exchange.checkIn(REPORT, checkIn -> answer.get());
            assertThat(server.post("/open/config", "").status()).isEqualTo(500);
            assertThat(server.checkIns.saidByFailed).containsExactly(REPORT);
            assertThat(fault(server).reason()).contains("of the answer");
        }
    }

    private static PlugIn.Fault fault(EndpointServer server) {
        return server.plugIns.plugIns().stream()
                .filter(plugIn -> plugIn.id().equals("procedure:test"))
                .findFirst()
                .flatMap(PlugIn::lastFault)
                .orElseThrow();
    }
}
