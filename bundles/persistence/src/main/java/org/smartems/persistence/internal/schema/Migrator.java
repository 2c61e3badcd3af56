// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.schema;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.osgi.framework.Bundle;
import org.smartems.persistence.internal.database.SqlStates;

/** Runs the scripts {@code db/NAME/V1__text.sql} of a bundle; the history is in {@code schema_history_NAME}. */
final class Migrator {

    private static final String LOCK_NOT_GOT = "Number of retries exceeded while attempting to acquire";

    private Migrator() {}

    /** Returns how many scripts ran, or empty when another node is doing it: then try again later. */
    static OptionalInt migrate(Bundle owner, String name, DataSource database) throws SQLException {
        return MigrationLock.whileHeld(database, name, () -> migrateAlone(owner, name, database));
    }

    private static int migrateAlone(Bundle owner, String name, DataSource database) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader own = Migrator.class.getClassLoader();
        thread.setContextClassLoader(own);
        try {
            return configured(own, name)
                    .dataSource(database)
                    .resourceProvider(scripts(owner, name))
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Whether trying again may help, without anybody changing a script. */
    static boolean temporary(Throwable failure) {
        return SqlStates.temporary(failure)
                || failure instanceof FlywayException e
                        && String.valueOf(e.getMessage()).startsWith(LOCK_NOT_GOT);
    }

    private static BundleSql scripts(Bundle owner, String name) {
        String folder = "db/" + name;
        if (owner.findEntries(folder, "*.sql", false) == null) {
            throw new IllegalStateException("the bundle holds no script in " + folder);
        }
        return new BundleSql(owner, folder);
    }

    private static FluentConfiguration configured(ClassLoader loader, String name) {
        FluentConfiguration flyway = Flyway.configure(loader)
                .loggers("slf4j")
                .javaMigrationClassProvider(List::of)
                .table("schema_history_" + name)
                // the database already holds the tables of other bundles
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // the default accepts a database that a newer release has changed
                .ignoreMigrationPatterns(new String[0])
                .validateMigrationNaming(true)
                .validateOnMigrate(true)
                .outOfOrder(false)
                .cleanDisabled(true)
                .placeholderReplacement(false)
                .createSchemas(false)
                .lockRetryCount(120);
        // a lock on a session of its own: with one in an open transaction, 'create index concurrently' waits for ever
        flyway.getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return flyway;
    }
}
