// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.spi.job.Job;
import org.smartems.testing.contract.JobContract;

class LogRetentionTest extends DatabaseFixture {

    private LogRetention job;

    @BeforeEach
    void create() throws SQLException {
        sql("truncate platform_user_login_attempt");
        job = new LogRetention(transactions, clock);
    }

    @Test
    void keepsTheAuditLogForEverUnlessAskedOtherwise() throws Exception {
        entry("4000 days", 1);
        job.run();
        assertThat(text("select count(*) from platform_audit_log_change")).isEqualTo("1");
    }

    @Test
    void endsWhatIsTooOldWithItsChanges() throws Exception {
        configure("audit_logs_cleanup_duration = 3");
        entry("73 hours", 2);
        entry("71 hours", 3);
        job.run();
        assertThat(text("select count(*) from platform_audit_log")).isEqualTo("1");
        assertThat(text("select count(*) from platform_audit_log_change")).isEqualTo("3");
    }

    @Test
    void endsTheOldestOfWhatIsTooMuch() throws Exception {
        configure("audit_logs_cleanup_size = 1");
        for (int day = 9; day >= 0; day--) {
            entry(day + " days", 100);
        }
        job.run();
        int kept = Integer.parseInt(text("select count(*) from platform_audit_log"));
        assertThat(kept).isBetween(3, 6);
        assertThat(text("select bool_and(created_at > now() - interval '" + kept + " days') from platform_audit_log"))
                .isEqualTo("t");
        job.run();
        assertThat(text("select count(*) from platform_audit_log")).isEqualTo(Integer.toString(kept));
    }

    @Test
    void endsLoginAttemptsThatAreTooMuch() throws Exception {
        configure("user_login_attempts_cleanup_size = 1");
        sql("insert into platform_user_login_attempt (username, created_at) select 'user' || i,"
                + " now() - interval '1 day' + i * interval '1 ms' from generate_series(1, 20000) i");
        job.run();
        int kept = Integer.parseInt(text("select count(*) from platform_user_login_attempt"));
        assertThat(kept).isBetween(4000, 9000);
        assertThat(text("select count(*) from platform_user_login_attempt where username = 'user20000'"))
                .isEqualTo("1");
    }

    @Nested
    class AsAJob implements JobContract {

        @BeforeEach
        void entries() throws SQLException {
            configure("audit_logs_cleanup_duration = 3");
            entry("73 hours", 2);
            entry("71 hours", 3);
        }

        @Override
        public Job job() {
            return new LogRetention(transactions, clock);
        }

        @Override
        public String state() {
            return read("select string_agg(id || ' ' || created_at, ' ' order by id) from platform_audit_log");
        }
    }

    /** A change has two kilobytes that cannot be compressed. */
    private static void entry(String age, int changes) throws SQLException {
        sql("with l as (insert into platform_audit_log (created_at, author) values (now() - interval '" + age
                + "', 'x') returning id, created_at)"
                + " insert into platform_audit_log_change (log_id, created_at, author, type, entity_name, entity_id,"
                + " new_values) select id, created_at, 'x', 'create', 'Thing', i, (select string_agg(md5(random()::text"
                + " || i || part), '') from generate_series(1, 64) part) from l, generate_series(1, " + changes
                + ") i");
    }
}
