// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.internal.transaction.Connections.Kind;
import org.smartems.spi.health.Health;
import org.smartems.spi.metrics.Metrics;

/** One database server in use. */
final class Database implements AutoCloseable {

    private final DatabaseSettings settings;
    private final Runnable changed;
    private final Pools pools;
    private final Availability availability;
    private final DataSource unlimited;
    private final DataSource direct;

    Database(DatabaseSettings settings, int leastVersion, Runnable changed) {
        this.settings = settings;
        this.changed = changed;
        this.pools = new Pools(settings);
        this.unlimited = settings.unlimited("schema");
        this.direct = settings.limited("keys", "");
        this.availability = new Availability(settings, leastVersion, this::availabilityChanged);
    }

    void start() {
        availability.start();
    }

    DatabaseSettings settings() {
        return settings;
    }

    Health health() {
        return availability.health();
    }

    DataSource unlimited() {
        return unlimited;
    }

    void requireAvailable() {
        if (availability.away()) {
            throw new DatabaseUnavailable("The database is away", null);
        }
    }

    Connection take(Kind kind) {
        requireAvailable();
        try {
            return pools.take(kind);
        } catch (DatabaseUnavailable e) {
            availability.suspect();
            throw e;
        }
    }

    Connection direct() throws SQLException {
        requireAvailable();
        return direct.getConnection();
    }

    void lost(Kind kind, Connection connection) {
        if (connection != null) {
            pools.evict(kind, connection);
        }
        availability.suspect();
    }

    int active(Kind kind) {
        return pools.active(kind);
    }

    void measure(Metrics metrics) {
        pools.measure(metrics);
    }

    @Override
    public void close() {
        availability.close();
        pools.close();
    }

    private void availabilityChanged() {
        if (availability.away()) {
            pools.dropIdle();
        }
        changed.run();
    }
}
