// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import javax.xml.parsers.DocumentBuilderFactory;
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
import org.smartems.platform.audit.Author;
import org.smartems.testing.Eventually;
import org.smartems.testing.PersistenceUnit;
import org.smartems.testing.PostgresExtension;
import org.w3c.dom.NodeList;

/** The tables of this bundle on a real server, empty before each test. */
public abstract class FleetFixture {

    /** Who does everything here. */
    protected static final Author AUTHOR = Author.user(7, "tester");

    @RegisterExtension
    protected static final PostgresExtension POSTGRES = PostgresExtension.lasting();

    protected static TransactionsService transactions;
    protected static EntityManagerFactory unit;
    protected static Encryption encryption;
    protected static EncryptionKeys encryptionKeys;

    private static CurrentDatabase database;

    /** The services under test, made anew for each test. */
    protected Fleet fleet;

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
        sql("create table platform_access_tag_ref (id bigint primary key, representation text);"
                + " create table platform_user_access_tag_ref (user_id bigint, access_tag_id bigint);"
                + " create table platform_user_ref (id bigint primary key, representation text);"
                + " insert into platform_user_ref select n, 'user' || n from generate_series(1, 9) n");
        for (Path script : scripts()) {
            sql(Files.readString(script));
        }
        MasterKeyGuard guard = new MasterKeyGuard(
                Files.createTempDirectory(Path.of("target"), "keys").resolve("master.key"),
                () -> POSTGRES.dataSource().getConnection(),
                FleetFixture::use,
                System::nanoTime);
        assertThat(guard.passes()).isTrue();
        database = new CurrentDatabase(CurrentDatabase.LEAST_VERSION);
        database.use(DatabaseSettings.embedded(Map.of(), POSTGRES.dataSource()));
        Eventually.until("the database is reachable", database::reachable);
        transactions = new TransactionsService(database);
        encryptionKeys = guard.keys(transactions);
        unit = PersistenceUnit.open("fleet", transactions.dataSource(), entities());
    }

    @BeforeEach
    void begin() throws SQLException {
        POSTGRES.empty(
                "fleet_device_type",
                "fleet_device_credential",
                "fleet_preset_installed",
                "fleet_label",
                "fleet_left_file",
                "fleet_tagged_device",
                "platform_access_tag_ref",
                "platform_user_access_tag_ref");
        sql("update fleet_catalogue set revision = revision + 1");
        fleet = new Fleet(transactions, unit, encryption);
    }

    @AfterEach
    void nothingLeaks() {
        fleet.close();
        assertThat(transactions.active()).isFalse();
        Eventually.until(
                "all connections are given back",
                () -> database.active(Kind.MAIN) == 0 && database.active(Kind.SIDE) == 0);
    }

    /** An access tag, which belongs to some users. */
    protected static void accessTag(long id, long... users) throws SQLException {
        sql("insert into platform_access_tag_ref values (" + id + ", 'tag " + id + "')");
        for (long user : users) {
            sql("insert into platform_user_access_tag_ref values (" + user + ", " + id + ")");
        }
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

    /** The same, for where no checked exception may leave. */
    protected static String read(String query) {
        try {
            return text(query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** That exactly these rules are broken, each as {@code path=id} without {@code validation.}. */
    protected static void assertInvalid(ThrowingCallable work, String... expected) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ValidationException.class, e -> {
            Set<String> broken = new TreeSet<>();
            e.errors()
                    .forEach(error ->
                            broken.add(error.path() + "=" + error.message().replace("validation.", "")));
            assertThat(broken).containsExactlyInAnyOrder(expected);
        });
    }

    protected static void assertRefused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(PlatformException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static Runnable use(Encryption opened) {
        encryption = opened;
        return () -> {};
    }

    private static List<Path> scripts() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/fleet"))) {
            return files.sorted(Comparator.comparingInt(FleetFixture::version)).toList();
        }
    }

    /** As it is counted, so that 10 comes after 9. */
    private static int version(Path script) {
        return Integer.parseInt(script.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"));
    }

    /** What the product declares. */
    private static Class<?>[] entities() throws Exception {
        NodeList classes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse("src/main/resources/META-INF/persistence.xml")
                .getElementsByTagName("class");
        Class<?>[] entities = new Class<?>[classes.getLength()];
        for (int i = 0; i < entities.length; i++) {
            entities[i] = Class.forName(classes.item(i).getTextContent());
        }
        return entities;
    }
}
