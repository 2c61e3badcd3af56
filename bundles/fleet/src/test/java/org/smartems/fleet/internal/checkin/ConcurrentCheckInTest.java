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

    /** Holds the row of a device, so that the thread that writes waits for it. */
    private static final class Held implements AutoCloseable {
        private final Connection connection = POSTGRES.dataSource().getConnection();

        Held(long device) throws SQLException {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select 1 from fleet_device_state where device_id = " + device + " for update");
            }
        }

        void awaitWaiting() {
            Eventually.until("somebody waits for the row", () -> waiting() > 0);
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
        long first = device(router, "S0");
        for (int i = 1; i < 200; i++) {
            device(router, "S" + i);
        }
        AtomicInteger decided = new AtomicInteger();
        List<Future<String>> reports = new ArrayList<>();
        try (Held held = new Held(first)) {
            reports.addAll(atOnce(List.of(() -> checkIn(router, serial("S0")))));
            held.awaitWaiting();
            for (int i = 1; i < 200; i++) {
                String serial = "S" + i;
                reports.addAll(atOnce(List.<Callable<String>>of(
                        () -> body(service.checkIn(contact(router), serial(serial), checkIn -> {
                            decided.incrementAndGet();
                            return OUTCOME.apply(checkIn);
                        })))));
            }
            Eventually.until("all have been decided", () -> decided.get() == 199);
        }
        for (Future<String> report : reports) {
            assertThat(report.get()).isEqualTo("NOTHING");
        }
        assertThat(counted.writes.get())
                .as("one, and the others by 32 at least")
                .isLessThanOrEqualTo(8);
        assertThat(count("fleet_check_in")).isEqualTo(200);
    }

    @Test
    void aReportThatCannotBeStoredFailsAlone() throws Exception {
        sql(POISON);
        try {
            long first = device(router, "S0");
            List<Future<String>> good = new ArrayList<>();
            Future<String> bad;
            try (Held held = new Held(first)) {
                good.addAll(atOnce(List.of(() -> checkIn(router, serial("S0")))));
                held.awaitWaiting();
                for (int i = 1; i <= 6; i++) {
                    device(router, "S" + i);
                    String serial = "S" + i;
                    good.addAll(atOnce(List.of(() -> checkIn(router, serial(serial)))));
                }
                device(router, "SX");
                bad = devices.submit(() -> checkIn(router, serial("SX").with(DeviceField.MODEL, "poison")));
                awaitWaiting(7);
            }
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
    void leavesNothingBehindOfTheTurns() throws Exception {
        Turns turns = new Turns();
        Future<Integer> waiting = turns.take(1, "S1", () -> {
            Future<Integer> next = devices.submit(() -> turns.take(1, "S1", turns::size));
            assertThat(turns.take(2, "S1", turns::size)).isEqualTo(2);
            return next;
        });
        assertThat(waiting.get()).isOne();
        assertThat(turns.size()).isZero();
    }

    @Test
    void goesOnAfterTheDatabaseWasCutOff() throws Exception {
        long device = device(router, "S1");
        Future<String> report;
        try (Held held = new Held(device)) {
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
    void stoppingFinishesWhatHasComeAndTakesNoMore() throws Exception {
        long device = device(router, "S1");
        Future<String> report;
        Future<?> stopping;
        try (Held held = new Held(device)) {
            report = devices.submit(() -> checkIn(router, serial("S1")));
            held.awaitWaiting();
            stopping = devices.submit(service::stop);
            Eventually.until("it is closed", () -> !service.isOpen());
            assertThatThrownBy(() -> checkIn(router, serial("S1")))
                    .isInstanceOfSatisfying(PlatformException.class, e -> assertThat(e.category())
                            .isEqualTo(ErrorCategory.UNAVAILABLE));
        }
        stopping.get();
        assertThat(report.get()).isEqualTo("NOTHING");
        assertThat(state(device, "revision")).isOne();
    }

    private void awaitWaiting(int reports) {
        Eventually.until(reports + " reports wait to be written", () -> service.waiting() == reports);
    }
}
