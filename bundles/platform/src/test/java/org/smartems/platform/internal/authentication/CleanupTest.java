// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.smartems.spi.job.Job;
import org.smartems.testing.contract.JobContract;

class CleanupTest extends NodeFixture {

    private long user;
    private Cleanup cleanup;

    @BeforeEach
    void create() throws Exception {
        user = addUser("anna");
        cleanup = cleanup();
    }

    @Test
    void removesSessionsThatCanNoLongerBeRefreshed() throws Exception {
        session("3 days", true);
        token(session("3 days", false), "-49 hours");
        cleanup.run(clock.instant());
        assertThat(text("select count(*) from platform_session")).isEqualTo("0");
        assertThat(text("select count(*) from platform_refresh_token")).isEqualTo("0");
    }

    @Test
    void keepsSessionsThatLive() throws Exception {
        UUID old = session("100 days", false);
        token(old, "10 minutes");
        token(old, "-99 days");
        session("1 hour", true);
        token(session("3 days", false), "-47 hours");
        cleanup.run(clock.instant());
        assertThat(text("select count(*) from platform_session")).isEqualTo("3");
        assertThat(text("select count(*) from platform_refresh_token")).isEqualTo("3");
    }

    @Test
    void removesOldLoginAttempts() throws Exception {
        attempt("8 days");
        attempt("6 days");
        attempt("0 days");
        cleanup.run(clock.instant());
        assertThat(text("select count(*) from platform_user_login_attempt")).isEqualTo("2");
        configure("user_login_attempts_cleanup_duration = 5");
        cleanup.run(clock.instant());
        assertThat(text("select count(*) from platform_user_login_attempt")).isEqualTo("1");
    }

    @Test
    void keepsLoginAttemptsForEverWhenAskedTo() throws Exception {
        configure("user_login_attempts_cleanup_duration = 0");
        attempt("4000 days");
        cleanup.run(clock.instant());
        assertThat(text("select count(*) from platform_user_login_attempt")).isEqualTo("1");
    }

    @Test
    void keepsUsersAndKeys() throws Exception {
        String kid = node.keys.current().kid();
        cleanup.run(clock.instant());
        assertThat(text("select username from platform_user")).isEqualTo("anna");
        assertThat(text("select kid from platform_signing_key where kid = '" + kid + "'"))
                .isEqualTo(kid);
    }

    @Nested
    class AsAJob implements JobContract {

        @BeforeEach
        void leftovers() throws SQLException {
            session("3 days", true);
            token(session("1 hour", false), "10 minutes");
            attempt("8 days");
            attempt("6 days");
        }

        @Override
        public Job job() {
            return cleanup();
        }

        @Override
        public String state() {
            return read("select (select string_agg(s::text, ' ' order by s.id) from platform_session s)"
                    + " || (select string_agg(a::text, ' ' order by a.created_at) from platform_user_login_attempt a)");
        }
    }

    private Cleanup cleanup() {
        return new Cleanup(transactions, node.store, node.attempts, node.keys, node.users.configurations);
    }

    private UUID session(String age, boolean ended) throws SQLException {
        UUID id = UUID.randomUUID();
        sql("insert into platform_session (id, user_id, stage, created_at, ended_at) values ('" + id + "', " + user
                + ", 'FULL', now() - interval '" + age + "', " + (ended ? "now()" : "null") + ")");
        return id;
    }

    private static void token(UUID session, String expiresIn) throws SQLException {
        sql("insert into platform_refresh_token (hash, session_id, expires_at) values (sha256('" + UUID.randomUUID()
                + "'), '" + session + "', now() + interval '" + expiresIn + "')");
    }

    private static void attempt(String age) throws SQLException {
        sql("insert into platform_user_login_attempt (username, created_at) values ('x', now() - interval '" + age
                + "')");
    }
}
