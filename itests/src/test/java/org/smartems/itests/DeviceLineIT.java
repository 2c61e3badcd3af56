// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smartems.simulator.AnswerKind;
import org.smartems.simulator.CheckIn;
import org.smartems.simulator.Fleet;
import org.smartems.simulator.SimulatorConfiguration;
import org.smartems.testing.server.AcknowledgedCheckIns;
import org.smartems.testing.server.LineProxy;
import org.smartems.testing.server.StoredCheckIns;

/** Devices whose line is cut at any byte: what was acknowledged is there, and what was cut is handed out again. */
@ExtendWith(SharedServer.class)
class DeviceLineIT {

    private static final int LONG_CONFIGS = 10;
    /** Of a hundred connections. */
    private static final int CUT = 15;

    private static final int CUT_CONFIGS = 6;
    private static final int ACKNOWLEDGED = 300;
    private static final int AFTERWARDS = 100;

    /** Every fifth device gets a config of almost 4 MiB: more than the sockets on its way can hold. */
    private static final String FILLER =
            "{% if serialNumber|last in '38' %}{% for i in 1..1000 %}" + "!".repeat(3900) + "{% endfor %}{% endif %}";

    private static final String REQUEST_AGAIN =
            """
            update fleet_device_state set reinstall_config1 = flag_sequence + 1, flag_sequence = flag_sequence + 1,
                revision = revision + 1
            where serial_number like 'DEMO%' and right(serial_number, 1) in ('3', '8')""";

    private static final String HANDED_OUT =
            """
            select count(*) from fleet_check_in where work = 'CONFIG' and work_slot = 1
            and right(serial_number, 1) in ('3', '8')""";

    private final AcknowledgedCheckIns acknowledged = new AcknowledgedCheckIns();
    private final Set<String> configured = ConcurrentHashMap.newKeySet();
    private final AtomicInteger longConfigs = new AtomicInteger();

    @Test
    void whatWasCutIsHandedOutAgain(Server server) throws Exception {
        DemoFleet demo = DemoFleet.in(server);
        Database database = Database.embeddedIn(server);
        enlargeConfigs(database);
        try (LineProxy line = LineProxy.to(server.ports().https());
                Fleet fleet = configuration(demo, line).fleet(acknowledged, this::ended)) {
            line.cut(CUT, false);
            fleet.start();
            awaitConfigs();
            line.cut(CUT, true);
            configured.clear();
            assertThat(database.update(REQUEST_AGAIN)).isEqualTo(LONG_CONFIGS);
            Await.until("many long configs are cut", () -> cutConfigs(database) >= CUT_CONFIGS + LONG_CONFIGS);
            line.cut(CUT, false);
            awaitConfigs();
            line.cut(0, false);
            int before = acknowledged.requests().size();
            Await.until("a whole line serves all", () -> acknowledged.requests().size() >= before + AFTERWARDS);
            fleet.stop();
        }
        Await.until(
                "no work is left under way",
                () -> count(database, "select count(*) from fleet_device_state where delivering is not null") == 0);
        assertStored(database);
    }

    private void awaitConfigs() throws Exception {
        Await.until(
                () -> "configured: " + configured + ", acknowledged: "
                        + acknowledged.requests().size(),
                () -> configured.size() == LONG_CONFIGS
                        && acknowledged.requests().size() >= ACKNOWLEDGED);
    }

    /** Those under way count as well. */
    private long cutConfigs(Database database) throws SQLException {
        return count(database, HANDED_OUT) - longConfigs.get();
    }

    private void ended(CheckIn checkIn) {
        if (checkIn.acknowledged()
                && checkIn.answer().kind() == AnswerKind.CONFIG
                && checkIn.identifier().matches(".*[38]")) {
            longConfigs.incrementAndGet();
            configured.add(checkIn.identifier());
        }
    }

    private void assertStored(Database database) throws Exception {
        StoredCheckIns stored = new StoredCheckIns(database.source());
        assertThat(acknowledged.requests()).isNotEmpty();
        assertThat(acknowledged.withConfig()).isNotEmpty();
        assertThat(acknowledged.reported()).isNotEmpty();
        assertThat(stored.find(acknowledged).problems()).isEmpty();
        assertThat(cutConfigs(database)).isGreaterThanOrEqualTo(CUT_CONFIGS);
    }

    private static long count(Database database, String sql) throws SQLException {
        return database.value(Long.class, sql);
    }

    private static void enlargeConfigs(Database database) throws SQLException {
        assertThat(database.update(
                        "update fleet_config set version = version + 1, content = content || ?"
                                + " where name = 'Demo startup' and device_type_id ="
                                + " (select device_type_id from fleet_template where name = ?)",
                        FILLER,
                        DemoFleet.ROUTERS))
                .isEqualTo(1);
        DemoFleet.extendGatewayConfig(database, "\"filler\": \"" + FILLER + "\"");
    }

    private static SimulatorConfiguration configuration(DemoFleet demo, LineProxy line) {
        // a long config is not sent back with every check-in
        return demo.simulated(
                "tk800.reportedConfig", "none",
                "url", line.url(),
                "devicesUrl", line.url(),
                "mix", "tk800=40,edge-gateway=10",
                "interval", "1s",
                "restartTime", "100ms",
                "rampUp", "1s",
                "timeout", "20s");
    }
}
