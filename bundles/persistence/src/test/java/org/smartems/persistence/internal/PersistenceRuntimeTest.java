// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.EncryptionContext;
import org.smartems.persistence.internal.database.CurrentDatabase;
import org.smartems.persistence.internal.database.DatabaseSettings;
import org.smartems.persistence.internal.encryption.MasterKeyGuard;
import org.smartems.persistence.internal.schema.SchemaTracker;
import org.smartems.persistence.internal.schema.Schemas;
import org.smartems.persistence.internal.transaction.TransactionsService;
import org.smartems.testing.Eventually;
import org.smartems.testing.PostgresExtension;

/** The order of things, all together but for the framework. */
class PersistenceRuntimeTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @TempDir
    Path folder;

    private final List<String> published = new CopyOnWriteArrayList<>();
    private final CurrentDatabase database = new CurrentDatabase(CurrentDatabase.LEAST_VERSION);
    private final TransactionsService transactions = new TransactionsService(database);
    private final Schemas schemas = new Schemas(database::unlimited, this::publish, System::nanoTime);
    private volatile Encryption encryption;
    private MasterKeyGuard guard;
    private PersistenceRuntime runtime;

    @BeforeEach
    void create() throws Exception {
        Sql.execute(POSTGRES.dataSource(), "drop schema public cascade; create schema public");
        Path key = folder.resolve("master.key");
        guard = new MasterKeyGuard(key, database::direct, this::publishEncryption, System::nanoTime);
        runtime = new PersistenceRuntime(database, guard, schemas);
        FakeBundle.script(folder, "db/fleet/V1__init.sql", "create table fleet(id int)");
        SchemaTracker tracker = new SchemaTracker(schemas);
        tracker.addingBundle(FakeBundle.of(folder, "org.example.fleet", "fleet"), null);
        tracker.addingBundle(FakeBundle.OWN, null);
        tracker.addingBundle(FakeBundle.of(folder, "org.example.none", null), null);
    }

    @AfterEach
    void close() {
        runtime.close();
        assertThat(published).isEmpty();
    }

    @Test
    void waitsUntilADatabaseIsNamed() {
        runtime.start();
        Eventually.until("the schemas say so", () -> schemas.health().reason().contains("waiting for the database"));
        assertThat(published).isEmpty();
        assertThat(guard.health().isUp()).isFalse();
    }

    @Test
    void publishesKeysBeforeSchemas() throws Exception {
        runtime.start();
        runtime.use(settings(POSTGRES.dataSource()));
        Eventually.until("the schema is published", () -> published.contains("fleet"));
        assertThat(published).containsExactly("encryption", "fleet");
        Eventually.until("all is well", () -> schemas.health().isUp());
        assertThat(guard.health().isUp()).isTrue();
        assertThat(database.health().isUp()).isTrue();
    }

    @Test
    void publishesNothingWithAWrongKey() throws Exception {
        Files.createFile(
                folder.resolve("master.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        runtime.start();
        runtime.use(settings(POSTGRES.dataSource()));
        Eventually.until("the schema says so", () -> schemas.health().reason().contains("master key"));
        assertThat(published).isEmpty();
        assertThat(guard.health().isUp()).isFalse();
    }

    @Test
    void staysPublishedWhileTheServerIsAway() throws Exception {
        runtime.start();
        runtime.use(settings(POSTGRES.dataSource()));
        Eventually.until("the schema is published", () -> published.contains("fleet"));
        runtime.useNone();
        assertThat(database.health().reason()).isEqualTo("waiting for the database");
        runtime.use(settings(POSTGRES.dataSource()));
        Eventually.until("it is back", database::reachable);
        assertThat(published).containsExactly("encryption", "fleet");
        assertThat(Sql.number(POSTGRES.dataSource(), "select count(*) from fleet"))
                .isZero();
    }

    @Test
    void startsAfreshWithAnotherDatabase() throws Exception {
        POSTGRES.administer("create database another owner " + POSTGRES.user());
        PGSimpleDataSource another = POSTGRES.dataSource();
        another.setDatabaseName("another");
        runtime.start();
        runtime.use(settings(POSTGRES.dataSource()));
        Eventually.until("the schema is published", () -> published.contains("fleet"));
        runtime.use(settings(another));
        Eventually.until("the other one is migrated", () -> exists(another));
        Eventually.until("the schema is published again", () -> published.contains("fleet"));
    }

    /** Also where the caller holds connections of both pools, and though all is rolled back. */
    @Test
    void newDataKeySurvivesTheRollbackOfItsFirstUser() throws Exception {
        runtime.start();
        runtime.use(settings(POSTGRES.dataSource()));
        Eventually.until("the schema is published", () -> published.contains("fleet"));
        EncryptionContext place = EncryptionContext.of("fleet", "secret", 1);
        byte[][] sealed = new byte[1][];
        try {
            transactions.run(() -> transactions.separately(() -> {
                transactions.connection();
                sealed[0] = encryption.encrypt(place, new byte[] {42});
                throw new IllegalStateException("rolled back");
            }));
        } catch (IllegalStateException expected) {
            // the point
        }
        assertThat(Sql.number(POSTGRES.dataSource(), "select count(*) from data_key"))
                .isOne();
        assertThat(encryption.decrypt(place, sealed[0])).containsExactly(42);
    }

    private static boolean exists(PGSimpleDataSource another) {
        try {
            return Sql.number(another, "select count(*) from pg_class where relname = 'fleet'") == 1;
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static DatabaseSettings settings(PGSimpleDataSource server) throws Exception {
        return DatabaseSettings.embedded(Map.of(), server);
    }

    private Runnable publish(String schema) {
        published.add(schema);
        return () -> published.remove(schema);
    }

    private Runnable publishEncryption(Encryption service) {
        encryption = service;
        return publish("encryption");
    }
}
