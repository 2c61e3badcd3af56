// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smartems.simulator.AnswerKind;
import org.smartems.simulator.CheckIn;
import org.smartems.simulator.Fleet;
import org.smartems.simulator.SimulatorConfiguration;

/** Devices that go on calling while the server and its database are killed: what was acknowledged is there. */
@ExtendWith(RestartedServer.class)
class DeviceCrashIT {

    private static final int DEVICES = 50;
    private static final int BETWEEN_KILLS = 60;

    /** Contacts without a line in the log. */
    static final String UNLOGGED =
            """
            select count(*) from fleet_check_in c
            where not exists (select from fleet_communication_log l where l.check_in_id = c.id)""";

    /** A command that is open is known to its device's state, and the other way round. */
    static final String OPEN_ON_ONE_SIDE =
            """
            select count(*) from fleet_device_command c join fleet_device_state s using (device_id)
            where (c.status = 'pending') <> (s.commands::text like '%' || c.transaction_id || '%')""";

    private static final String UNDER_WAY =
            """
            select count(*) from fleet_device_state s join fleet_device d on d.id = s.device_id
            where s.delivering is not null and d.identifier like 'DEMO%'""";

    private static final String REQUEST_CONFIGS =
            """
            update fleet_device_state s set reinstall_config1 = flag_sequence + 1, flag_sequence = flag_sequence + 1,
                revision = revision + 1
            from fleet_device d where d.id = s.device_id and d.enabled and d.template_id is not null
                and d.identifier like 'DEMO%'""";

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    /** Devices that have got a config since configs were requested for all of them. */
    private final Set<String> configured = ConcurrentHashMap.newKeySet();

    private int requested;

    @Test
    void nothingThatWasAcknowledgedIsLost(Server server) throws Exception {
        DemoFleet demo = DemoFleet.in(server);
        try (Fleet fleet = configuration(demo).fleet(this::ended)) {
            fleet.start();
            for (int round = 0; round < 2; round++) {
                awaitMore(BETWEEN_KILLS);
                requestConfigs(server);
                server.kill();
                server.start();
                server.awaitReady();
                awaitConfigs();
                requestConfigs(server);
                killDatabase(server);
                awaitConfigs();
            }
            awaitMore(BETWEEN_KILLS);
            Database database = Database.embeddedIn(server);
            Await.until("no work is left under way", () -> count(database, UNDER_WAY) == 0);
            fleet.stop();
        }
        assertStored(Database.embeddedIn(server));
    }

    private void ended(CheckIn checkIn) {
        if (checkIn.acknowledged()) {
            acknowledged.add(checkIn.answer().requestId());
            if (checkIn.answer().kind() == AnswerKind.CONFIG) {
                configured.add(checkIn.identifier());
            }
        }
    }

    /** Then some are handed out, some are on their way and some are only requested when the kill comes. */
    private void requestConfigs(Server server) throws Exception {
        Database database = Database.embeddedIn(server);
        Await.until("devices can get a config", () -> {
            configured.clear();
            requested = database.update(REQUEST_CONFIGS);
            return requested > DEVICES / 2;
        });
        Await.until("some have got theirs", () -> !configured.isEmpty());
    }

    /** A request that a kill had lost would never be met. */
    private void awaitConfigs() throws Exception {
        Await.until(() -> configured.size() + " of " + requested + " configs", () -> configured.size() >= requested);
    }

    private void assertStored(Database database) throws Exception {
        String[] ids = acknowledged.toArray(String[]::new);
        assertThat(ids.length).isGreaterThan(5 * BETWEEN_KILLS);
        assertThat(database.value(
                        Long.class,
                        "select count(distinct request_id) from fleet_check_in where request_id = any (?)",
                        (Object) ids))
                .isEqualTo(ids.length);
        assertThat(count(database, "select count(*) from fleet_device where identifier like 'DEMO%'"))
                .isEqualTo(DEVICES);
        assertThat(count(database, UNLOGGED)).isZero();
        assertThat(count(database, OPEN_ON_ONE_SIDE)).isZero();
    }

    private static long count(Database database, String sql) throws Exception {
        return database.value(Long.class, sql);
    }

    private void awaitMore(int checkIns) throws Exception {
        int before = acknowledged.size();
        Await.until(() -> "more check-ins than " + acknowledged.size(), () -> acknowledged.size() >= before + checkIns);
    }

    private static void killDatabase(Server server) throws Exception {
        long postmaster = Long.parseLong(Files.readAllLines(server.data("postgres/data/postmaster.pid"))
                .get(0)
                .trim());
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
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
