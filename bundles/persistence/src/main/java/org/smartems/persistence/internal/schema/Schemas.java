// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.internal.database.SqlStates;
import org.smartems.persistence.internal.schema.Schema.State;
import org.smartems.spi.health.Health;

/**
 * Every schema that a bundle has: migrated in the wanted order, then published. Bundles come and go on any thread, the
 * migrations run on the one that calls {@link #migrateOwn} and {@link #migrateOthers}.
 */
public final class Schemas {

    private static final Logger LOG = LoggerFactory.getLogger(Schemas.class);
    private static final String OWN = "persistence";
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final Supplier<DataSource> database;
    private final Publisher publisher;
    private final LongSupplier nanoTime;
    private final List<Schema> known = new ArrayList<>(); // guarded by this
    private boolean stopped; // guarded by this
    private volatile Health health = Health.down("no schema is known yet");
    private volatile Runnable added = () -> {};
    private String lastProblem = ""; // of the migrating thread

    /** Migrates the given database. */
    public Schemas(Supplier<DataSource> database, Publisher publisher, LongSupplier nanoTime) {
        this.database = database;
        this.publisher = publisher;
        this.nanoTime = nanoTime;
    }

    /** Called whenever a bundle brought a schema; must not block. */
    public void onAdded(Runnable listener) {
        added = listener;
    }

    /** The health check of name "schema". */
    public Health health() {
        return health;
    }

    /** Migrates the tables of this bundle; returns whether they are there. */
    public boolean migrateOwn() {
        migrate(schema -> schema.name.equals(OWN));
        return ready(OWN);
    }

    /** Migrates what can be migrated now. */
    public void migrateOthers() {
        migrate(schema -> true);
        explainWaiting();
    }

    /** Tells why nothing is migrated at the moment. */
    public synchronized void waiting(String reason) {
        for (Schema schema : known) {
            if (schema.state == State.WAITING) {
                schema.reason = reason;
            }
        }
        refresh();
    }

    /** The database is another one from now on: nothing that was found out is true any more. */
    public void reset() {
        List<Runnable> withdrawals = new ArrayList<>();
        synchronized (this) {
            for (Schema schema : known) {
                if (schema.state != State.FAILED || isValid(schema)) {
                    withdrawals.add(withdraw(schema));
                    schema.become(State.WAITING, "waiting for the database");
                }
            }
            refresh();
        }
        withdrawals.forEach(Runnable::run);
    }

    /** Takes everything back for good. */
    public void close() {
        synchronized (this) {
            stopped = true;
        }
        reset();
    }

    Schema add(Bundle bundle, String header) {
        Schema schema = parsed(bundle, header);
        synchronized (this) {
            known.add(schema);
            if (isValid(schema) && !isFirst(schema)) {
                schema.reason = "refused: another bundle has a schema of this name";
                LOG.error(
                        "schema {} of {} is refused: {} has a schema of this name",
                        schema.name,
                        schema.owner(),
                        first(schema.name).owner());
            }
            refresh();
        }
        added.run();
        return schema;
    }

    void remove(Schema schema) {
        Runnable withdrawal;
        synchronized (this) {
            schema.removed = true;
            known.remove(schema);
            withdrawal = withdraw(schema);
            refresh();
        }
        withdrawal.run();
        added.run(); // a second one of the same name may have waited
    }

    private static Schema parsed(Bundle bundle, String header) {
        try {
            SchemaHeader parsed = SchemaHeader.parse(header);
            return new Schema(bundle, parsed.name(), parsed.after());
        } catch (IllegalArgumentException e) {
            Schema invalid = new Schema(bundle, "", Set.of());
            invalid.become(State.FAILED, "refused: its header " + SchemaHeader.HEADER + " is wrong");
            LOG.error("the schema of {} is refused: {}: {}", invalid.owner(), SchemaHeader.HEADER, e.getMessage());
            return invalid;
        }
    }

    private void migrate(Predicate<Schema> wanted) {
        Schema next = next(wanted);
        while (next != null && attempt(next)) {
            next = next(wanted);
        }
    }

    private synchronized Schema next(Predicate<Schema> wanted) {
        for (Schema schema : known) {
            boolean due = schema.state == State.WAITING && wanted.test(schema) && isFirst(schema);
            if (!stopped && due && schema.after.stream().allMatch(this::ready)) {
                schema.become(State.RUNNING, "its scripts are running");
                refresh();
                return schema;
            }
        }
        return null;
    }

    /** Returns whether it is worth going on with others. */
    private boolean attempt(Schema schema) {
        try {
            long begin = nanoTime.getAsLong();
            OptionalInt scripts = Migrator.migrate(schema.bundle, schema.name, database.get());
            if (scripts.isEmpty()) {
                return leaveToAnotherNode(schema);
            }
            long millis = (nanoTime.getAsLong() - begin) / 1_000_000;
            LOG.info("schema {}: {} scripts, {} ms", schema.name, scripts.getAsInt(), millis);
            lastProblem = "";
            publish(schema);
            return true;
        } catch (SQLException | RuntimeException | LinkageError e) {
            return failed(schema, e);
        }
    }

    private synchronized boolean leaveToAnotherNode(Schema schema) {
        schema.become(State.WAITING, "another node runs its scripts");
        refresh();
        return false;
    }

    private void publish(Schema schema) {
        synchronized (this) {
            if (schema.removed || stopped) {
                return;
            }
        }
        // without the lock: this activates components of other bundles
        Runnable withdrawal = schema.name.equals(OWN) ? () -> {} : publisher.publish(schema.name);
        synchronized (this) {
            if (!schema.removed && !stopped) {
                schema.withdrawal = withdrawal;
                schema.become(State.READY, "");
                refresh();
                return;
            }
        }
        withdrawal.run();
    }

    private synchronized boolean failed(Schema schema, Throwable e) {
        boolean temporary = Migrator.temporary(e);
        if (temporary) {
            schema.become(State.WAITING, "waiting for the database");
            String problem = SqlStates.reason(e);
            if (!problem.equals(lastProblem) && !stopped) {
                LOG.warn("schema {} waits for the database: {}", schema.name, problem);
            }
            lastProblem = problem;
        } else {
            boolean history = e instanceof FlywayValidateException;
            String why = history
                    ? "its scripts do not match the history in the database: one was changed after it had been applied,"
                            + " or the database is of a newer release"
                    : "a script failed, see the log";
            schema.become(State.FAILED, why);
            LOG.error(
                    "schema {} is NOT migrated; {} stays without data until it is updated",
                    schema.name,
                    schema.owner(),
                    e);
        }
        refresh();
        return !temporary;
    }

    private synchronized void explainWaiting() {
        for (Schema schema : known) {
            Map<String, String> missing = schema.state == State.WAITING && isFirst(schema) ? missing(schema) : Map.of();
            if (missing.isEmpty()) {
                schema.missingSince = null;
                schema.warned = false;
                continue;
            }
            schema.reason = "waiting for "
                    + missing.entrySet().stream()
                            .map(e -> e.getKey() + " (" + e.getValue() + ")")
                            .collect(Collectors.joining(", "));
            warnLate(schema);
        }
        refresh();
    }

    private void warnLate(Schema schema) {
        long now = nanoTime.getAsLong();
        if (schema.missingSince == null) {
            schema.missingSince = now;
        }
        if (!schema.warned && now - schema.missingSince >= PATIENCE_NANOS) {
            schema.warned = true;
            LOG.warn("schema {} of {} is {}", schema.name, schema.owner(), schema.reason);
        }
    }

    /** The schemas it waits for, and what is the matter with them. */
    private Map<String, String> missing(Schema schema) {
        Map<String, String> missing = new LinkedHashMap<>();
        for (String name : schema.after) {
            Schema other = first(name);
            if (other == null) {
                missing.put(name, "no bundle has it");
            } else if (other.state != State.READY) {
                missing.put(name, other.state == State.FAILED ? "failed" : "not ready");
            }
        }
        return missing;
    }

    private synchronized boolean ready(String name) {
        Schema schema = first(name);
        return schema != null && schema.state == State.READY;
    }

    private Schema first(String name) {
        return known.stream().filter(s -> s.name.equals(name)).findFirst().orElse(null);
    }

    private boolean isFirst(Schema schema) {
        return first(schema.name) == schema;
    }

    private static boolean isValid(Schema schema) {
        return !schema.name.isEmpty();
    }

    private static Runnable withdraw(Schema schema) {
        Runnable withdrawal = schema.withdrawal;
        schema.withdrawal = () -> {};
        return withdrawal;
    }

    private void refresh() {
        String problems = known.stream()
                .filter(schema -> schema.state != State.READY)
                .map(schema -> (isValid(schema) ? schema.name : schema.owner()) + ": " + schema.reason)
                .collect(Collectors.joining("; "));
        boolean none = known.isEmpty() && !stopped;
        health =
                none ? Health.down("no schema is known yet") : problems.isEmpty() ? Health.up() : Health.down(problems);
    }
}
