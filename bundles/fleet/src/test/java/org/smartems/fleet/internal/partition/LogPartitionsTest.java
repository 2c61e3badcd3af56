// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.log.LogTable;
import org.smartems.fleet.internal.partition.Partitions.Partition;
import org.smartems.persistence.Jdbc;
import org.smartems.platform.configuration.Retention;
import org.smartems.spi.job.Job;
import org.smartems.testing.contract.JobContract;

class LogPartitionsTest extends FleetFixture {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    /** For the classes that follow. */
    @AfterAll
    static void bringBack() {
        job(TODAY, new Retention(0, 0)).run();
    }

    @Test
    void keepsSevenDaysAhead() {
        LocalDate later = TODAY.plusDays(5);
        job(later, new Retention(0, 0)).run();
        assertThat(days(LogTable.CHECK_IN)).contains(later.plusDays(7)).doesNotContain(later.plusDays(8));
        job(later, new Retention(0, 0)).run();
    }

    @Test
    void movesRowsThatHadNoPartition() {
        LocalDate far = TODAY.plusDays(40);
        attempt(far, 1);
        assertThat(place(1)).isEqualTo("fleet_failed_login_default");

        job(far, new Retention(0, 0)).run();

        assertThat(place(1)).isEqualTo(LogTable.FAILED_LOGIN.partition(noon(far)));
        attempt(far, 2);
        assertThat(place(2)).isEqualTo(LogTable.FAILED_LOGIN.partition(noon(far)));
    }

    @Test
    void endsDaysThatAreTooOld() {
        job(TODAY, new Retention(0, 0)).run();
        attempt(TODAY, 3);
        job(TODAY.plusDays(8), new Retention(7, 0)).run();
        assertThat(days(LogTable.FAILED_LOGIN)).doesNotContain(TODAY).contains(TODAY.plusDays(1));
        assertThat(count(3)).isZero();
    }

    @Test
    void endsOldRowsOfNoDay() {
        attempt(TODAY.minusDays(30), 4);
        attempt(TODAY.minusDays(3), 5);
        job(TODAY, new Retention(7, 0)).run();
        assertThat(count(4)).isZero();
        assertThat(count(5)).isOne();
    }

    @Test
    void forgetsHowManyNewDevicesThereWereADayAgo() throws SQLException {
        sql("delete from fleet_new_devices; insert into fleet_new_devices (credential_id, hour, amount) values (1, '"
                + noon(TODAY).minusSeconds(86_401) + "', 5), (1, '" + noon(TODAY) + "', 6)");
        job(TODAY, new Retention(0, 0)).run();
        assertThat(text("select string_agg(amount::text, ',') from fleet_new_devices"))
                .isEqualTo("6");
    }

    @Nested
    class AsAJob implements JobContract {

        @BeforeEach
        void leaveWork() throws SQLException {
            sql("drop table if exists " + LogTable.FAILED_LOGIN.partition(noon(TODAY.plusDays(7)))
                    + "; truncate fleet_failed_login");
            attempt(TODAY.minusDays(30), 6);
            attempt(TODAY, 7);
            attempt(TODAY.plusDays(7), 8);
        }

        @Override
        public Job job() {
            return LogPartitionsTest.job(TODAY, new Retention(7, 0));
        }

        @Override
        public String state() {
            return Arrays.stream(LogTable.values())
                            .map(log -> log + "=" + days(log))
                            .collect(Collectors.joining(" "))
                    + read("select string_agg(tableoid::regclass || ':' || id, ' ' order by id)"
                            + " from fleet_failed_login");
        }
    }

    private static LogPartitions job(LocalDate day, Retention retention) {
        return new LogPartitions(transactions, log -> retention, Clock.fixed(noon(day), ZoneOffset.UTC));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private static List<LocalDate> days(LogTable log) {
        return new Partitions(transactions)
                .all(log).stream().map(Partition::day).toList();
    }

    private static void attempt(LocalDate day, long id) {
        transactions.run(() -> new Jdbc(transactions)
                .update("insert into fleet_failed_login values (?, ?, '', '', '', 1, 'basic')", id, noon(day)));
    }

    private static String place(long id) {
        return transactions.call(() -> new Jdbc(transactions)
                .first("select tableoid::regclass::text from fleet_failed_login where id = ?", r -> r.getString(1), id)
                .orElseThrow());
    }

    private static long count(long id) {
        return transactions.call(() -> new Jdbc(transactions)
                .first("select count(*) from fleet_failed_login where id = ?", r -> r.getLong(1), id)
                .orElseThrow());
    }
}
