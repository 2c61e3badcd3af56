// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.spi.job.Job;
import org.smartems.testing.contract.JobContract;

class ConnectionCountsTest extends FleetFixture {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private long type;
    private int contacts;

    @BeforeEach
    void device() throws SQLException {
        type = fleet.types
                .create(AUTHOR, fleet.routerForm("TK", "tk", "/router/tk"))
                .id();
        sql("truncate fleet_connection, fleet_connection_progress, fleet_check_in;"
                + " update fleet_device_type set enable_connection_aggregation = true");
        sql("insert into fleet_device (id, version, uuid, device_type_id, identifier, identifier_reported, name,"
                + " enabled, staging, created_at, updated_at) values (1, 0, gen_random_uuid(), " + type
                + ", 'A', true, 'A', true, false, now(), now());"
                + " insert into fleet_device_state (device_id, device_type_id) values (1, " + type + ")");
        job(NOON).run();
    }

    @Test
    void countsContactsOfEnabledDevicesWithinThePeriod() throws SQLException {
        contact(NOON.plusSeconds(60), true);
        contact(NOON.plusSeconds(61), true);
        contact(NOON.plusSeconds(62), false);
        contact(NOON.plus(Duration.ofMinutes(20)), true);

        job(NOON.plus(Duration.ofMinutes(16))).run();
        assertThat(shown()).isEqualTo("2");
        job(NOON.plus(Duration.ofMinutes(31))).run();
        job(NOON.plus(Duration.ofMinutes(31))).run();
        assertThat(shown()).isEqualTo("3");
        assertThat(text("select connection_amount_from = '2026-03-01T12:00:00Z' from fleet_device_state"))
                .isEqualTo("t");
    }

    @Test
    void countsNoContactThatAPlugInHasSpoiled() throws SQLException {
        contact(NOON.plusSeconds(60), true);
        contact(NOON.plusSeconds(61), true);
        sql("update fleet_check_in set outcome = 'failed' where id = " + contacts);

        job(NOON.plus(Duration.ofMinutes(16))).run();
        assertThat(shown()).isEqualTo("1");
    }

    @Test
    void forgetsWhatIsOlderThanThePeriod() throws SQLException {
        contact(NOON.plusSeconds(60), true);
        contact(NOON.plus(Duration.ofHours(3)), true);
        job(NOON.plus(Duration.ofHours(4))).run();
        assertThat(shown()).isEqualTo("2");

        job(NOON.plus(Duration.ofHours(25))).run();
        assertThat(shown()).isEqualTo("1");
        job(NOON.plus(Duration.ofHours(60))).run();
        assertThat(shown()).isEqualTo("0");
        assertThat(text("select count(*) from fleet_connection")).isEqualTo("0");
    }

    @Test
    void makesUpForTimeThatTheServerWasOff() throws SQLException {
        for (int hour = 1; hour < 20; hour++) {
            contact(NOON.plus(Duration.ofHours(hour)), true);
        }
        job(NOON.plus(Duration.ofHours(20))).run();
        assertThat(shown()).isEqualTo("19");
    }

    @Test
    void showsWithTheNextTickWhatCouldNotBeShown() throws SQLException {
        contact(NOON.plusSeconds(60), true);
        sql(
                """
                create or replace function refuse_counts() returns trigger language plpgsql as
                'begin raise exception ''refused''; end';
                create trigger refuse_counts before update of connection_amount on fleet_device_state
                for each row execute function refuse_counts()""");
        try {
            assertThatThrownBy(() -> job(NOON.plus(Duration.ofMinutes(15))).run())
                    .isInstanceOf(RuntimeException.class);
        } finally {
            sql("drop trigger refuse_counts on fleet_device_state");
        }
        job(NOON.plus(Duration.ofMinutes(16))).run();
        assertThat(shown()).isEqualTo("1");
    }

    @Nested
    class AsAJob implements JobContract {

        @BeforeEach
        void contacts() throws SQLException {
            contact(NOON.plusSeconds(60), true);
            contact(NOON.plus(Duration.ofHours(7)), true);
        }

        @Override
        public Job job() {
            return ConnectionCountsTest.job(NOON.plus(Duration.ofHours(8)));
        }

        @Override
        public String state() {
            return read("select concat((select string_agg(c::text, ' ' order by c::text) from fleet_connection c),"
                    + " (select p::text from fleet_connection_progress p),"
                    + " (select string_agg(s::text, ' ') from fleet_device_state s))");
        }
    }

    private static ConnectionCounts job(Instant now) {
        return new ConnectionCounts(transactions, Clock.fixed(now.plusSeconds(31), ZoneOffset.UTC));
    }

    private void contact(Instant at, boolean enabled) throws SQLException {
        sql("insert into fleet_check_in (id, created_at, request_id, device_id, device_type_id, outcome, enabled)"
                + " values ("
                + ++contacts + ", '" + at + "', '', 1, " + type + ", 'NOTHING', " + enabled + ")");
    }

    private static String shown() throws SQLException {
        return text("select connection_amount from fleet_device_state where device_id = 1");
    }
}
