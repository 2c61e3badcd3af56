// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.spi.health.Health;

/** Knows whether the database answers: asks every second over a connection of its own, and at once on suspicion. */
final class Availability implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);
    private static final int ANSWER_SECONDS = 2;

    private final PGSimpleDataSource source;
    private final int leastVersion;
    private final Runnable changed;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "database-probe");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean suspected = new AtomicBoolean();
    private Connection probe; // of the clock's thread

    private volatile Health health = Health.down("waiting for the database");
    private volatile boolean asked;

    Availability(DatabaseSettings settings, int leastVersion, Runnable changed) {
        this.source = settings.unlimited("probe");
        this.source.setSocketTimeout(ANSWER_SECONDS + 1);
        this.leastVersion = leastVersion;
        this.changed = changed;
    }

    void start() {
        clock.scheduleWithFixedDelay(this::ask, 0, 1, TimeUnit.SECONDS);
    }

    Health health() {
        return health;
    }

    /** Known to be unusable; before the first answer nothing is known. */
    boolean away() {
        return asked && !health.isUp();
    }

    /** Somebody lost a connection: do not wait for the next second. */
    void suspect() {
        if (suspected.compareAndSet(false, true)) {
            try {
                clock.execute(this::ask);
            } catch (RejectedExecutionException ignored) {
                // closed meanwhile
            }
        }
    }

    @Override
    public void close() {
        clock.execute(this::drop);
        clock.shutdown();
    }

    private void ask() {
        suspected.set(false);
        try {
            if (probe == null || !probe.isValid(ANSWER_SECONDS)) {
                drop();
                probe = source.getConnection();
            }
            answered(probe.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            drop();
            now(Health.down(reason(e)), e);
        } catch (RuntimeException e) {
            drop();
            now(Health.down("the database cannot be asked"), e);
        }
    }

    private void answered(int version) {
        if (version >= leastVersion) {
            now(Health.up(), null);
            return;
        }
        drop(); // asked anew each time: it may be upgraded
        String needed = " is too old: version " + leastVersion + " or newer is needed";
        now(Health.down("the database server of version " + version + needed), null);
    }

    private void now(Health next, Exception failure) {
        boolean same = asked && next.reason().equals(health.reason());
        health = next;
        asked = true;
        if (same) {
            return;
        }
        if (next.isUp()) {
            LOG.info("the database is reachable");
        } else if (failure == null) {
            LOG.error("database refused: {}", next.reason());
        } else {
            LOG.warn("{}: {}", next.reason(), SqlStates.reason(failure));
        }
        changed.run();
    }

    private void drop() {
        if (probe == null) {
            return;
        }
        try {
            probe.close();
        } catch (SQLException ignored) {
            // it is broken, that is why it goes
        }
        probe = null;
    }

    private static String reason(SQLException e) {
        String state = SqlStates.innermostState(e);
        if (state.startsWith("28")) {
            return "the database refuses the login";
        }
        if (state.equals("3D000")) {
            return "the database server has no database of the configured name";
        }
        if (state.startsWith("53")) {
            return "the database server has no resources for another connection";
        }
        return "the database is away";
    }
}
