// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.internal.transaction.Connections.Kind;
import org.smartems.spi.metrics.Metrics;

/** The pools of one database. */
final class Pools implements AutoCloseable {

    private static final String LIMIT = "Connections that a pool opens at most.";
    private static final String ACTIVE = "Connections in use.";
    private static final String IDLE_NOW = "Open connections that nobody uses.";
    private static final String WAITING = "Threads that wait for a connection.";
    private static final String IDLE = "-c idle_in_transaction_session_timeout=60000";

    /**
     * The side pool is one of its own because the threads of the main pool would otherwise all wait for a second
     * connection. Its lock timeout ends the wait for a row which the surrounding transaction has locked: the server
     * cannot see that deadlock.
     */
    private final Map<Kind, HikariDataSource> pools;

    Pools(DatabaseSettings settings) {
        pools = Map.of(
                Kind.MAIN, pool(settings, "main", settings.poolSize(), IDLE),
                Kind.SIDE, pool(settings, "side", settings.sidePoolSize(), IDLE + " -c lock_timeout=5000"));
    }

    Connection take(Kind kind) {
        HikariDataSource pool = pools.get(kind);
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            boolean exhausted = active(kind) >= pool.getMaximumPoolSize();
            String problem = exhausted ? "The database is busy: no connection is free" : "The database is away";
            throw new DatabaseUnavailable(problem, e);
        }
    }

    void evict(Kind kind, Connection connection) {
        pools.get(kind).evictConnection(connection);
    }

    /** Connections in use. */
    int active(Kind kind) {
        HikariDataSource pool = pools.get(kind);
        return pool.isRunning() ? pool.getHikariPoolMXBean().getActiveConnections() : 0;
    }

    void measure(Metrics metrics) {
        pools.forEach((kind, pool) -> {
            String name = kind.name().toLowerCase(Locale.ROOT);
            metrics.gauge("smartems_database_connections_limit", LIMIT, pool.getMaximumPoolSize(), "pool", name);
            if (pool.isRunning()) {
                HikariPoolMXBean now = pool.getHikariPoolMXBean();
                metrics.gauge("smartems_database_connections_active", ACTIVE, now.getActiveConnections(), "pool", name);
                metrics.gauge("smartems_database_connections_idle", IDLE_NOW, now.getIdleConnections(), "pool", name);
                metrics.gauge("smartems_database_waiting", WAITING, now.getThreadsAwaitingConnection(), "pool", name);
            }
        });
    }

    /** After an outage every idle connection is dead; dropping them now spares a warning for each later. */
    void dropIdle() {
        for (HikariDataSource pool : pools.values()) {
            if (pool.isRunning()) {
                pool.getHikariPoolMXBean().softEvictConnections();
            }
        }
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }

    private static HikariDataSource pool(DatabaseSettings settings, String name, int size, String options) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(settings.limited(name, options));
        config.setMaximumPoolSize(size);
        // nothing is kept ready: else the pool retries with growing pauses during an outage and is late afterwards
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1); // the constructor must not connect
        config.setConnectionTimeout(5_000);
        config.setValidationTimeout(2_000);
        config.setKeepaliveTime(60_000);
        config.setMaxLifetime(1_500_000);
        config.setLeakDetectionThreshold(30_000);
        config.setRegisterMbeans(true);
        config.setAutoCommit(true);
        return new HikariDataSource(config);
    }
}
