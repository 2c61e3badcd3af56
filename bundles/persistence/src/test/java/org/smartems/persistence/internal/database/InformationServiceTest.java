// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smartems.persistence.information.DatabaseInformation;
import org.smartems.persistence.information.DatabaseInformation.Migration;
import org.smartems.persistence.information.DatabaseInformation.Summary;
import org.smartems.persistence.information.DatabaseInformation.Table;
import org.smartems.persistence.internal.Sql;
import org.smartems.persistence.internal.transaction.TransactionsService;
import org.smartems.testing.Eventually;
import org.smartems.testing.PostgresExtension;

class InformationServiceTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final CurrentDatabase database = new CurrentDatabase(CurrentDatabase.LEAST_VERSION);
    private final TransactionsService transactions = new TransactionsService(database);
    private final DatabaseInformation information = new InformationService(transactions);

    @BeforeEach
    void open() throws Exception {
        sql("drop schema public cascade; create schema public");
        database.use(DatabaseSettings.embedded(Map.of(), POSTGRES.dataSource()));
        Eventually.until("the database is reachable", database::reachable);
    }

    @AfterEach
    void close() {
        assertThat(transactions.active()).isFalse();
        database.close();
    }

    @Test
    void namesTheDatabaseAndItsServer() throws Exception {
        Summary summary = information.summary();
        assertThat(summary.name()).isEqualTo(POSTGRES.dataSource().getDatabaseName());
        assertThat(summary.serverVersion()).matches("[0-9]{2}.*");
        assertThat(summary.bytes()).isGreaterThan(1 << 20);
    }

    @Test
    void tellsTheLargestTablesFirst() throws Exception {
        sql("create table small(id int); create table large(id int, text text);"
                + " insert into large select n, repeat('x', 100) from generate_series(1, 2000) n; analyze large");
        assertThat(information.tables(10)).extracting(Table::name).containsExactly("large", "small");
        assertThat(information.tables(1)).singleElement().satisfies(table -> {
            assertThat(table.name()).isEqualTo("large");
            assertThat(table.rows()).isEqualTo(2000);
            assertThat(table.bytes()).isGreaterThan(200_000);
            assertThat(table.partitions()).isZero();
        });
    }

    @Test
    void countsPartitionsAsPartsOfTheirTable() throws Exception {
        sql("create table log(day int) partition by range (day);"
                + " create table log_1 partition of log for values from (1) to (2);"
                + " create table log_2 partition of log for values from (2) to (3);"
                + " insert into log values (1), (2), (2); analyze log_1; analyze log_2");
        assertThat(information.tables(10)).singleElement().satisfies(table -> {
            assertThat(table.name()).isEqualTo("log");
            assertThat(table.rows()).isEqualTo(3);
            assertThat(table.partitions()).isEqualTo(2);
            assertThat(table.oldestPartition()).isEqualTo("log_1");
            assertThat(table.newestPartition()).isEqualTo("log_2");
        });
    }

    @Test
    void tellsTheLastScriptOfEachSchemaThatSucceeded() throws Exception {
        history("platform", "(1, '1', 'first', true), (2, '2', 'second', true), (3, '3', 'broken', false)");
        history("odd\"name", "(1, '1', 'only', true), (2, null, 'repeatable', true)");
        sql("create table schema_other(id int)");
        assertThat(information.migrations())
                .extracting(Migration::schema, Migration::version, Migration::description)
                .containsExactly(tuple("odd\"name", "1", "only"), tuple("platform", "2", "second"));
        assertThat(Duration.between(information.migrations().get(0).at(), Instant.now()))
                .isLessThan(Duration.ofHours(1));
    }

    @Test
    void namesThoseWhoAreConnected() {
        assertThat(information.connections()).anySatisfy(connections -> {
            assertThat(connections.application()).isNotEmpty();
            assertThat(connections.state()).isEqualTo("active");
            assertThat(connections.count()).isPositive();
        });
    }

    private static void history(String schema, String rows) throws Exception {
        String table = "\"schema_history_" + schema.replace("\"", "\"\"") + "\"";
        sql("create table " + table + "(installed_rank int, version text, description text, success boolean,"
                + " installed_on timestamp default now()); insert into " + table
                + "(installed_rank, version, description, success) values " + rows);
    }

    private static void sql(String statements) throws Exception {
        Sql.execute(POSTGRES.dataSource(), statements);
    }
}
