// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.internal.transaction.Connections;
import org.smartems.spi.health.Health;
import org.smartems.spi.metrics.Metrics;

/** The database of this server, which may come, go and be replaced while others hold this object. */
public final class CurrentDatabase implements Connections, AutoCloseable {

    /** The oldest server whose SQL the scripts may use. */
    public static final int LEAST_VERSION = 15;

    private final int leastVersion;
    private volatile Runnable changed = () -> {};
    private volatile Database database;
    private volatile Health absent = Health.down("waiting for the database");
    private boolean closed; // guarded by this

    /** No database yet; {@code leastVersion} is the oldest one that will be used. */
    public CurrentDatabase(int leastVersion) {
        this.leastVersion = leastVersion;
    }

    /** Called on a thread of this class whenever reachability changes; must not block. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** Uses this database from now on, instead of any other. */
    public synchronized void use(DatabaseSettings settings) {
        drop();
        if (!closed) {
            Database next = new Database(settings, leastVersion, () -> changed.run());
            database = next;
            next.start();
        }
    }

    /** Uses no database, because of {@code reason}. */
    public synchronized void none(String reason) {
        absent = Health.down(reason);
        drop();
    }

    /** No database any more, because its server is about to stop. */
    public synchronized void gone() {
        none("waiting for the database");
    }

    /** Whether the database answers and may be used. */
    public boolean reachable() {
        return health().isUp();
    }

    /** The health check of name "database". */
    public Health health() {
        Database now = database;
        return now == null ? absent : now.health();
    }

    /** A connection without pool and time limits, for migrations. */
    public DataSource unlimited() {
        return required().unlimited();
    }

    /** A connection outside of pool and transaction, committing each statement. The caller closes it. */
    public Connection direct() throws SQLException {
        return required().direct();
    }

    /** Connections in use. */
    public int active(Kind kind) {
        Database now = database;
        return now == null ? 0 : now.active(kind);
    }

    /** Whether it is there, and its pools. */
    public void measure(Metrics metrics) {
        metrics.gauge("smartems_database_up", "Whether the database answers.", health().isUp() ? 1 : 0);
        Database now = database;
        if (now != null) {
            now.measure(metrics);
        }
    }

    @Override
    public void requireAvailable() {
        required().requireAvailable();
    }

    @Override
    public Connection take(Kind kind) {
        return required().take(kind);
    }

    @Override
    public void lost(Kind kind, Connection connection) {
        Database now = database;
        if (now != null) {
            now.lost(kind, connection);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        drop();
    }

    private void drop() {
        Database old = database;
        database = null;
        if (old != null) {
            old.close();
        }
    }

    private Database required() {
        Database now = database;
        if (now == null) {
            throw new DatabaseUnavailable("There is no database yet", null);
        }
        return now;
    }
}
