// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.internal.database.CurrentDatabase;
import org.smartems.persistence.internal.database.DatabaseSettings;
import org.smartems.persistence.internal.encryption.MasterKeyGuard;
import org.smartems.persistence.internal.schema.Schemas;

/** The order of things, on one thread: own tables, master key, then everybody else's tables. */
final class PersistenceRuntime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PersistenceRuntime.class);

    private final CurrentDatabase database;
    private final MasterKeyGuard guard;
    private final Schemas schemas;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "schema");
        thread.setDaemon(true);
        return thread;
    });
    private volatile DatabaseSettings wanted;
    private DatabaseSettings last; // of the worker

    PersistenceRuntime(CurrentDatabase database, MasterKeyGuard guard, Schemas schemas) {
        this.database = database;
        this.guard = guard;
        this.schemas = schemas;
    }

    void start() {
        database.onChange(this::soon);
        schemas.onAdded(this::soon);
        worker.scheduleWithFixedDelay(this::work, 0, 1, TimeUnit.SECONDS);
    }

    /** Uses this database as soon as nothing of another one is in the way. */
    void use(DatabaseSettings settings) {
        wanted = settings;
        execute(this::change);
    }

    /** Uses no database from now on. What is published stays: most likely the same database comes back. */
    void useNone() {
        wanted = null;
        database.gone();
    }

    @Override
    public void close() {
        worker.shutdownNow();
        schemas.close();
        database.close();
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("a migration did not end within ten seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        guard.reset();
    }

    private void change() {
        DatabaseSettings next = wanted;
        if (next == null) {
            return;
        }
        if (last != null && !next.sameDatabase(last)) {
            schemas.reset();
            guard.reset();
        }
        last = next;
        database.use(next);
    }

    private void soon() {
        execute(this::work);
    }

    private void execute(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException ignored) {
            // closed meanwhile
        }
    }

    private void work() {
        try {
            if (!database.reachable()) {
                schemas.waiting("waiting for the database");
                return;
            }
            if (!schemas.migrateOwn()) {
                schemas.waiting("waiting for the tables of persistence");
                return;
            }
            if (!guard.passes()) {
                schemas.waiting("waiting for the right master key");
                return;
            }
            schemas.migrateOthers();
        } catch (RuntimeException e) {
            LOG.error("unexpected; tried again in a second", e);
        }
    }
}
