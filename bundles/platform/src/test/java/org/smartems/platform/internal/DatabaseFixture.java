// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.EncryptionKeys;
import org.smartems.persistence.internal.database.CurrentDatabase;
import org.smartems.persistence.internal.database.DatabaseSettings;
import org.smartems.persistence.internal.encryption.MasterKeyGuard;
import org.smartems.persistence.internal.transaction.Connections.Kind;
import org.smartems.persistence.internal.transaction.TransactionsService;
import org.smartems.platform.internal.configuration.ConfigurationEntity;
import org.smartems.platform.internal.user.InstantConverter;
import org.smartems.platform.internal.user.PasswordHash;
import org.smartems.platform.internal.user.UserEntity;
import org.smartems.testing.Eventually;
import org.smartems.testing.PersistenceUnit;
import org.smartems.testing.PostgresExtension;

/** The tables of this bundle on a real server, without any user. */
public abstract class DatabaseFixture {

    /** The password of every user that a test adds. */
    protected static final String PASSWORD = "Correct-horse-1";

    @RegisterExtension
    protected static final PostgresExtension POSTGRES = PostgresExtension.lasting();

    protected static TransactionsService transactions;
    protected static EntityManagerFactory unit;
    protected static Encryption encryption;
    protected static EncryptionKeys encryptionKeys;

    private static final String HASH = PasswordHash.of(PASSWORD);
    private static final AtomicLong IDS = new AtomicLong(1_000_000);
    private static CurrentDatabase database;

    protected final TestClock clock = new TestClock();

    @BeforeAll
    static void open() throws Exception {
        if (unit != null) {
            return;
        }
        for (String name : List.of("V1__encryption.sql", "V2__parts_of_texts.sql")) {
            try (InputStream script = Encryption.class.getResourceAsStream("/db/persistence/" + name)) {
                sql(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        for (Path script : scripts()) {
            sql(Files.readString(script));
        }
        MasterKeyGuard guard = new MasterKeyGuard(
                Files.createTempDirectory(Path.of("target"), "keys").resolve("master.key"),
                () -> POSTGRES.dataSource().getConnection(),
                DatabaseFixture::use,
                System::nanoTime);
        assertThat(guard.passes()).isTrue();
        database = new CurrentDatabase(CurrentDatabase.LEAST_VERSION);
        database.use(DatabaseSettings.embedded(Map.of(), POSTGRES.dataSource()));
        Eventually.until("the database is reachable", database::reachable);
        transactions = new TransactionsService(database);
        encryptionKeys = guard.keys(transactions);
        unit = PersistenceUnit.open(
                "platform",
                transactions.dataSource(),
                UserEntity.class,
                InstantConverter.class,
                ConfigurationEntity.class);
    }

    @BeforeEach
    void empty() throws SQLException {
        POSTGRES.empty("platform_user", "platform_access_tag", "platform_audit_log");
        sql("delete from platform_configuration; insert into platform_configuration default values");
    }

    @AfterEach
    void nothingLeaks() {
        assertThat(transactions.active()).isFalse();
        assertThat(database.active(Kind.MAIN)).isZero();
        assertThat(database.active(Kind.SIDE)).isZero();
    }

    /** Adds an enabled operator whose password was set long ago. */
    protected static long addUser(String name) throws SQLException {
        long id = IDS.incrementAndGet();
        sql("insert into platform_user (id, version, username, password_hash, enabled, role_smartems,"
                + " password_changed_at) values (" + id + ", 1, '" + name + "', '" + HASH
                + "', true, true, now() - interval '400 days')");
        return id;
    }

    protected static void change(long user, String assignments) throws SQLException {
        sql("update platform_user set " + assignments + " where id = " + user);
    }

    protected static void configure(String assignments) throws SQLException {
        sql("update platform_configuration set " + assignments);
    }

    /** Statements past everything under test. */
    protected static void sql(String statements) throws SQLException {
        try (Connection connection = POSTGRES.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** What another session sees: the first column of the first row, or null. */
    protected static String text(String query) throws SQLException {
        try (Connection connection = POSTGRES.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** The same, where nothing may be thrown. */
    protected static String read(String query) {
        try {
            return text(query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(PlatformException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    /** Refused with exactly this broken rule: field, id and parameters. */
    protected static void assertInvalid(String expected, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(ValidationException.class, refusal -> assertThat(refusal.errors().stream()
                                .map(error -> error.path() + ": " + error.message() + " " + error.parameters())
                                .toList())
                        .isEqualTo(List.of(expected.split("; "))));
    }

    private static Runnable use(Encryption opened) {
        encryption = opened;
        return () -> {};
    }

    private static List<Path> scripts() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/platform"))) {
            return files.sorted(Comparator.comparingInt(DatabaseFixture::version))
                    .toList();
        }
    }

    /** Of {@code V10__text.sql}. */
    private static int version(Path script) {
        String name = script.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
