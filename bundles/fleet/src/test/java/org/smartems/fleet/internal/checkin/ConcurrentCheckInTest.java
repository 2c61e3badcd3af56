// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.testing.Eventually;

class ConcurrentCheckInTest extends CheckInFixture {

    private static final String POISON =
            """
            create or replace function refuse() returns trigger language plpgsql as
            'begin if new.model = ''poison'' then raise exception ''refused''; end if; return new; end';
            create trigger refuse before insert on fleet_check_in for each row execute function refuse()""";

    /** Holds something in the database. */
    private static final class Held implements AutoCloseable {
        private final Connection connection = POSTGRES.dataSource().getConnection();

        Held(long device) throws SQLException {
            this("select 1 from fleet_device_state where device_id = " + device + " for update");
        }

        Held(String sql) throws SQLException {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        void awaitWaiting() {
            Eventually.until("somebody waits for it", () -> waiting() > 0);
        }

        private static long waiting() {
            try {
                return count("pg_locks l join pg_database d on d.oid = l.database where not l.granted and d.datname ="
                                + " current_database()")
                        + count("pg_locks l where not l.granted and l.locktype = 'transactionid'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    @Test
    void twoReportsOfOneDeviceAreStoredOneAfterTheOther() throws Exception {
        long device = device(router, "S1");
        List<Callable<String>> eight = Collections.nCopies(8, () -> checkIn(router, serial("S1")));
        for (Future<String> report : atOnce(eight)) {
            assertThat(report.get()).isEqualTo("NOTHING");
        }
        assertThat(state(device, "revision")).isEqualTo(8);
        assertThat(count("fleet_check_in")).isEqualTo(8);
    }

    @Test
    void manyDevicesShareFewCommits() throws Exception {
        device(router, "S0");
        for (int i = 1; i < 200; i++) {
            device(router, "S" + i);
        }
        AtomicInteger decided = new AtomicInteger();
        List<Future<String>> reports = new ArrayList<>();
        counted.hold();
        reports.addAll(atOnce(List.of(() -> checkIn(router, serial("S0")))));
        counted.awaitHeld(1);
        for (int i = 1; i < 200; i++) {
            String serial = "S" + i;
            reports.addAll(atOnce(
                    List.<Callable<String>>of(() -> body(service.checkIn(contact(router), serial(serial), checkIn -> {
                        decided.incrementAndGet();
                        return OUTCOME.apply(checkIn);
                    })))));
        }
        Eventually.until("all have been decided", () -> decided.get() == 199);
        counted.release();
        for (Future<String> report : reports) {
            assertThat(report.get()).isEqualTo("NOTHING");
        }
        assertThat(counted.writes.get())
                .as("one, and the others by 32 at least")
                .isLessThanOrEqualTo(8);
        assertThat(count("fleet_check_in")).isEqualTo(200);
    }

    @Test
    void largeContentsShareNoBatch() throws Exception {
        List<Future<String>> reports = new ArrayList<>();
        counted.hold();
        for (int i = 0; i < 5; i++) {
            device(router, "S" + i);
            String serial = "S" + i;
            String config = "x".repeat(i < 2 ? 1 : 3 << 20);
            reports.addAll(atOnce(List.of(() -> checkIn(router, serial(serial).withConfig(1, config)))));
            counted.awaitHeld(Math.min(i + 1, 2));
        }
        awaitWaiting(3);
        counted.release();
        for (Future<String> report : reports) {
            assertThat(report.get()).isEqualTo("NOTHING");
        }
        assertThat(counted.writes.get())
                .as("two, and then two with one and one")
                .isEqualTo(4);
    }

    @Test
    void aReportThatCannotBeStoredFailsAlone() throws Exception {
        sql(POISON);
        try {
            List<Future<String>> good = new ArrayList<>();
            counted.hold();
            for (int i = 0; i <= 6; i++) {
                device(router, "S" + i);
                String serial = "S" + i;
                good.addAll(atOnce(List.of(() -> checkIn(router, serial(serial)))));
                counted.awaitHeld(Math.min(i + 1, 2));
            }
            device(router, "SX");
            Future<String> bad =
                    devices.submit(() -> checkIn(router, serial("SX").with(DeviceField.MODEL, "poison")));
            awaitWaiting(6);
            counted.release();
            assertPoisoned(good, bad);
        } finally {
            sql("drop trigger refuse on fleet_check_in");
        }
    }

    private static void assertPoisoned(List<Future<String>> good, Future<String> bad) throws Exception {
        for (Future<String> report : good) {
            assertThat(report.get()).isEqualTo("NOTHING");
        }
        assertThatThrownBy(bad::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.category()).isEqualTo(ErrorCategory.INTERNAL));
        assertThat(count("fleet_check_in")).isEqualTo(7);
        assertThat(text("select revision from fleet_device_state where serial_number = 'SX'"))
                .isEqualTo("0");
    }

    @Test
    void aDeviceThatSomebodyHoldsKeepsNobodyElseWaiting() throws Exception {
        long held = device(router, "S0");
        for (int i = 1; i <= 10; i++) {
            device(router, "S" + i);
        }
        Held holder = new Held(held);
        try (holder) {
            Future<String> waiting = devices.submit(() -> checkIn(router, serial("S0")));
            for (int i = 1; i <= 10; i++) {
                String serial = "S" + i;
                assertThat(devices.submit(() -> checkIn(router, serial(serial))).get(30, TimeUnit.SECONDS))
                        .isEqualTo("NOTHING");
            }
            assertUnavailable(waiting);
        }
        assertThat(count("fleet_check_in")).isEqualTo(10);
        assertThat(checkIn(router, serial("S0"))).isEqualTo("NOTHING");
    }

    @Test
    void aDeviceThatIsHeldForAMomentIsServedThen() throws Exception {
        long device = device(router, "S0");
        Future<String> waiting;
        Held holder = new Held(device);
        try (holder) {
            waiting = devices.submit(() -> checkIn(router, serial("S0")));
            Eventually.until("it was tried twice", () -> counted.writes.get() >= 2);
        }
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo("NOTHING");
    }

    @Test
    void aTypeThatSomebodyHoldsKeepsNoOtherTypeWaiting() throws Exception {
        device(gateway, "G1");
        Held holder = new Held("select pg_advisory_xact_lock(" + 0x466C6565 + ", " + router.id() + ")");
        try (holder) {
            Future<String> waiting = devices.submit(() -> checkIn(router, serial("S-new")));
            for (int i = 1; i <= 3; i++) {
                assertThat(devices.submit(() -> checkIn(gateway, serial("G1"))).get(30, TimeUnit.SECONDS))
                        .isEqualTo("NOTHING");
            }
            assertUnavailable(waiting);
        }
        assertThat(checkIn(router, serial("S-new"))).isEqualTo("CREATED");
    }

    private static void assertUnavailable(Future<String> report) {
        assertThatThrownBy(() -> report.get(60, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.category()).isEqualTo(ErrorCategory.UNAVAILABLE));
    }

    @Test
    void goesOnAfterTheDatabaseWasCutOff() throws Exception {
        long device = device(router, "S1");
        Future<String> report;
        try (Held held = new Held("lock table fleet_check_in in exclusive mode")) {
            report = devices.submit(() -> checkIn(router, serial("S1")));
            held.awaitWaiting();
            POSTGRES.administer("select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                    + POSTGRES.database() + "' and wait_event_type = 'Lock'");
            assertThatThrownBy(report::get).cause().isInstanceOfSatisfying(PlatformException.class, e -> assertThat(
                            e.category())
                    .isEqualTo(ErrorCategory.UNAVAILABLE));
        }
        assertThat(state(device, "revision")).isZero();
        Eventually.until("reports are taken again", () -> {
            try {
                return checkIn(router, serial("S1")).equals("NOTHING");
            } catch (PlatformException e) {
                return false;
            }
        });
    }

    @Test
    void sendsADeviceAwayWhenTheDatabaseTakesTooLong() throws Exception {
        long device = device(router, "S1");
        try (Held held = new Held("lock table fleet_check_in in exclusive mode")) {
            Future<String> report = devices.submit(() -> checkIn(router, serial("S1")));
            held.awaitWaiting();
            POSTGRES.administer("select pg_cancel_backend(pid) from pg_stat_activity where datname = '"
                    + POSTGRES.database() + "' and wait_event_type = 'Lock'");
            assertUnavailable(report);
        }
        assertThat(state(device, "revision")).isZero();
    }

    @Test
    void stoppingFinishesWhatHasComeAndTakesNoMore() throws Exception {
        long device = device(router, "S1");
        counted.hold();
        Future<String> report = devices.submit(() -> checkIn(router, serial("S1")));
        counted.awaitHeld(1);
        Future<?> stopping = devices.submit(service::stop);
        Eventually.until("it is closed", () -> !service.isOpen());
        assertThatThrownBy(() -> checkIn(router, serial("S1")))
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.category()).isEqualTo(ErrorCategory.UNAVAILABLE));
        counted.release();
        stopping.get();
        assertThat(report.get()).isEqualTo("NOTHING");
        assertThat(state(device, "revision")).isOne();
    }

    private void awaitWaiting(int reports) {
        Eventually.until(reports + " reports wait to be written", () -> service.waiting() == reports);
    }
}
