// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smartems.simulator.Fleet;
import org.smartems.simulator.SimulatorConfiguration;
import org.smartems.testing.server.AcknowledgedCheckIns;
import org.smartems.testing.server.StoredCheckIns;

/** Devices that go on calling while the server and its database are killed: what was acknowledged is there. */
@ExtendWith(RestartedServer.class)
class DeviceCrashIT {

    private static final int DEVICES = 50;
    private static final int BETWEEN_KILLS = 60;
    private static final String DIFFERENT_EACH_TIME = "\"renderedAt\": \"{{ 'now'|date('c') }}\"";

    private final AcknowledgedCheckIns acknowledged = new AcknowledgedCheckIns();
    private StoredCheckIns stored;
    private int requested;

    @Test
    void nothingThatWasAcknowledgedIsLost(Server server) throws Exception {
        DemoFleet demo = DemoFleet.in(server);
        stored = new StoredCheckIns(server.database().source());
        DemoFleet.extendGatewayConfig(Database.embeddedIn(server), DIFFERENT_EACH_TIME);
        try (Fleet fleet = configuration(demo).fleet(acknowledged)) {
            fleet.start();
            for (int round = 0; round < 2; round++) {
                awaitMore(BETWEEN_KILLS);
                requestConfigs();
                server.kill();
                server.start();
                server.awaitReady();
                awaitConfigs();
                requestConfigs();
                server.database().kill();
                awaitConfigs();
            }
            awaitMore(BETWEEN_KILLS);
            Await.until("no work is left under way", () -> stored.underWay() == 0);
            fleet.stop();
        }
        assertStored();
    }

    /** Then some are handed out, some are on their way and some are only requested when the kill comes. */
    private void requestConfigs() throws Exception {
        Await.until("devices can get a config", () -> {
            acknowledged.forgetConfigured();
            requested = stored.requestConfigs();
            return requested > DEVICES / 2;
        });
        Await.until("some have got theirs", () -> !acknowledged.configured().isEmpty());
    }

    /** A request that a kill had lost would never be met. */
    private void awaitConfigs() throws Exception {
        Await.until(
                () -> acknowledged.configured().size() + " of " + requested + " configs",
                () -> acknowledged.configured().size() >= requested);
    }

    private void assertStored() throws Exception {
        assertThat(acknowledged.requests()).hasSizeGreaterThan(5 * BETWEEN_KILLS);
        assertThat(acknowledged.withConfig()).isNotEmpty();
        assertThat(acknowledged.reported()).isNotEmpty();
        assertThat(acknowledged.sentConfig()).isNotEmpty();
        assertThat(acknowledged.sentDiagnoseData()).isNotEmpty();
        assertThat(stored.find(acknowledged).problems()).isEmpty();
        assertThat(stored.devices()).isEqualTo(DEVICES);
    }

    private void awaitMore(int checkIns) throws Exception {
        int before = acknowledged.requests().size();
        Await.until(
                () -> "more check-ins than " + acknowledged.requests().size(),
                () -> acknowledged.requests().size() >= before + checkIns);
    }

    /** Only the kills lose answers here: one that the line cuts is sent once more, and lost if it is cut again. */
    private static SimulatorConfiguration configuration(DemoFleet demo) {
        // a router that reports the config that it has is not handed it again
        return demo.simulated(
                "tk800.reportedConfig", "none",
                "mix", "tk800=40,edge-gateway=10",
                "interval", "1s",
                "restartTime", "100ms",
                "rampUp", "1s",
                "timeout", "10s");
    }
}
