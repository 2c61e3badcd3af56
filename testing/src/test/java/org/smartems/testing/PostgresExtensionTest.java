// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smartems.postgres.internal.InstalledBinaries;

class PostgresExtensionTest {

    @RegisterExtension
    static final PostgresExtension shared = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension other = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension dedicated = PostgresExtension.dedicated();

    private static String database;

    @BeforeAll
    static void remember() {
        database = shared.database();
    }

    @Test
    void eachHasAnEmptyDatabaseOfItsOwn() throws SQLException {
        assertThat(shared.port()).isEqualTo(other.port()).isNotEqualTo(dedicated.port());
        assertThat(shared.url()).isNotEqualTo(other.url());
        run(shared.dataSource(), "create table only_here (id int)");
        assertThat(tables(shared.dataSource())).isEqualTo(1);
        assertThat(tables(other.dataSource())).isZero();
    }

    @Test
    void theOwnerIsNoSuperuser() throws SQLException {
        assertThat(count(shared.dataSource(), "select count(*) from pg_roles where rolname = user and rolsuper"))
                .isZero();
    }

    @Test
    void theServerIsOfTheVersionAskedFor() throws Exception {
        String bin = System.getenv("SMARTEMS_TEST_POSTGRES_BIN");
        String expected = bin == null ? "17" : new InstalledBinaries(Path.of(bin)).major();
        assertThat(count(shared.dataSource(), "select current_setting('server_version_num')::int / 10000"))
                .hasToString(expected);
    }

    @Test
    void aDedicatedServerKeepsItsDataOverARestart() throws SQLException {
        run(dedicated.dataSource(), "create table kept (id int)");
        dedicated.server().stop();
        assertThat(dedicated.server().pid()).isZero();
        dedicated.start();
        assertThat(tables(dedicated.dataSource())).isEqualTo(1);
    }

    @Nested
    class Inside {

        @Test
        void theDatabaseIsThatOfTheClassAround() throws SQLException {
            assertThat(shared.database()).isEqualTo(database);
            assertThat(count(shared.dataSource(), "select 1")).isEqualTo(1);
        }
    }

    private static long tables(DataSource source) throws SQLException {
        return count(source, "select count(*) from pg_tables where schemaname = 'public'");
    }

    private static long count(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
