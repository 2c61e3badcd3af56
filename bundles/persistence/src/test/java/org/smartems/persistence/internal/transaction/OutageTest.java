// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.util.PSQLException;
import org.smartems.api.error.ErrorCategory;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.internal.Sql;
import org.smartems.persistence.internal.database.CurrentDatabase;
import org.smartems.persistence.internal.database.DatabaseSettings;
import org.smartems.testing.Eventually;
import org.smartems.testing.PersistenceUnit;
import org.smartems.testing.PostgresExtension;

class OutageTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.dedicated();

    private CurrentDatabase database;
    private TransactionsService tx;
    private boolean stopped;

    @BeforeEach
    void open() {
        database = new CurrentDatabase(CurrentDatabase.LEAST_VERSION);
        tx = new TransactionsService(database);
    }

    @AfterEach
    void close() {
        database.close();
        if (stopped) {
            POSTGRES.start();
        }
    }

    @Test
    void waitsForADatabaseThatNobodyHasNamedYet() {
        assertThat(database.health().reason()).isEqualTo("waiting for the database");
        refused();
    }

    @Test
    void comesUpWithADatabaseThatIsLate() throws Exception {
        stop();
        use();
        Eventually.until("the outage is seen", () -> database.health().reason().equals("the database is away"));
        refused();
        start();
        Eventually.until("the database is seen", database::reachable);
        assertThat(one()).isOne();
    }

    @Test
    void recoversFromALossWithoutRestart() throws Exception {
        use();
        EntityManagerFactory unit = PersistenceUnit.open("outage", tx.dataSource(), Beta.class);
        Sql.execute(
                POSTGRES.dataSource(),
                "create table if not exists beta(id bigint, alpha_id bigint, v int, version int)");
        assertThat(count(unit)).isZero();
        stop();
        assertThatThrownBy(() -> count(unit))
                .isInstanceOf(DatabaseUnavailable.class)
                .as("the first failure, or none when the probe was quicker; another attempt would come after a pause")
                .satisfiesAnyOf(
                        failure -> assertThat(failure).hasRootCauseInstanceOf(PSQLException.class),
                        failure -> assertThat(failure).hasNoCause());
        Eventually.until("the outage is seen", () -> !database.reachable());
        refused();
        start();
        Eventually.until("the database is seen", database::reachable);
        assertThat(count(unit)).isZero();
        assertThat(one()).isOne();
        unit.close();
    }

    @Test
    void lossInsideATransactionIsAnOutage() {
        use();
        assertThatThrownBy(() -> tx.run(() -> {
                    assertThat(Sql.number(tx.connection(), "select 1")).isOne();
                    stop();
                    Sql.number(tx.connection(), "select 1");
                }))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasCauseInstanceOf(SQLException.class);
        assertThat(tx.active()).isFalse();
        assertThat(database.active(Connections.Kind.MAIN)).isZero();
    }

    @Test
    void lossIsSeenThoughTheWorkIgnoresIt() {
        use();
        assertThatThrownBy(() -> tx.run(() -> {
                    Sql.number(tx.connection(), "select 1");
                    stop();
                    try {
                        Sql.number(tx.connection(), "select 1");
                    } catch (SQLException ignored) {
                        // the mistake under test
                    }
                }))
                .isInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void survivesACrashOfTheServer() throws Exception {
        use();
        long before = serverStart();
        ProcessHandle.of(POSTGRES.server().pid()).orElseThrow().destroyForcibly();
        // it is supervised, so the outage may be too short to be noticed by the clock
        Eventually.until("the new server does the work", () -> serverStartOrOutage() > before);
    }

    @Test
    void refusesAServerThatIsTooOld() throws Exception {
        database.close();
        database = new CurrentDatabase(99);
        tx = new TransactionsService(database);
        database.use(DatabaseSettings.embedded(Map.of(), POSTGRES.dataSource()));
        Eventually.until("the version is seen", () -> database.health().reason().contains("too old"));
        assertThat(database.health().reason()).contains("99");
        refused();
    }

    @Test
    void saysThatNoConnectionIsFree() throws Exception {
        database.use(DatabaseSettings.embedded(Map.of("sidePoolSize", "1", "poolSize", "1"), POSTGRES.dataSource()));
        Eventually.until("the database is seen", database::reachable);
        tx.run(() -> {
            tx.connection();
            assertThatThrownBy(() -> database.take(Connections.Kind.MAIN))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("busy");
        });
        assertThat(database.reachable()).isTrue();
    }

    private void use() {
        try {
            database.use(DatabaseSettings.embedded(Map.of(), POSTGRES.dataSource()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        if (!stopped) {
            Eventually.until("the database is reachable", database::reachable);
        }
    }

    private long one() throws SQLException {
        return tx.call(() -> Sql.number(tx.connection(), "select 1"));
    }

    private long serverStart() throws SQLException {
        String sql = "select extract(epoch from pg_postmaster_start_time()) * 1000000";
        return tx.call(() -> Sql.number(tx.connection(), sql));
    }

    private long serverStartOrOutage() {
        try {
            return serverStart();
        } catch (DatabaseUnavailable e) {
            return 0;
        } catch (SQLException e) {
            throw new AssertionError("not told as an outage", e);
        }
    }

    private long count(EntityManagerFactory unit) {
        return tx.call(() ->
                (Long) tx.em(unit).createQuery("select count(b) from Beta b").getSingleResult());
    }

    /** At once: the work is not even begun. */
    private void refused() {
        assertThatThrownBy(() -> tx.run(() -> {
                    throw new AssertionError("the work has begun");
                }))
                .isInstanceOfSatisfying(DatabaseUnavailable.class, e -> {
                    assertThat(e.category()).isEqualTo(ErrorCategory.UNAVAILABLE);
                    assertThat(e.code()).isEqualTo("databaseUnavailable");
                });
    }

    private void stop() {
        stopped = true;
        POSTGRES.server().stop();
    }

    private void start() {
        POSTGRES.start();
        stopped = false;
    }
}
