// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.smartems.persistence.internal.FakeBundle;
import org.smartems.persistence.internal.Sql;
import org.smartems.testing.PostgresExtension;

/** What happens to the scripts of one schema. */
class MigrationTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @TempDir
    Path folder;

    private Bundle bundle;

    @BeforeEach
    void empty() throws Exception {
        Sql.execute(POSTGRES.dataSource(), "drop schema public cascade; create schema public");
        bundle = FakeBundle.of(folder, "org.example.one", null);
        script("V1__init.sql", "create table one(id int);");
    }

    @Test
    void runsEachScriptOnce() throws Exception {
        assertThat(migrate()).isOne();
        assertThat(migrate()).isZero();
        script("V2__more.sql", "alter table one add name text;");
        assertThat(migrate()).isOne();
    }

    @Test
    void keepsAHistoryPerSchema() throws Exception {
        FakeBundle.script(folder, "db/two/V1__init.sql", "create table two(id int);");
        migrate();
        Migrator.migrate(bundle, "two", POSTGRES.dataSource());
        assertThat(number("select count(*) from schema_history_one where success and version = '1'"))
                .isOne();
        assertThat(number("select count(*) from schema_history_two where success and version = '1'"))
                .isOne();
    }

    @Test
    void refusesAChangedScript() throws Exception {
        migrate();
        script("V1__init.sql", "create table one(id bigint);");
        assertThatThrownBy(this::migrate).isInstanceOf(FlywayValidateException.class);
    }

    @Test
    void refusesADatabaseOfANewerRelease() throws Exception {
        script("V2__more.sql", "create table more(id int);");
        migrate();
        Files.delete(folder.resolve("db/one/V2__more.sql"));
        assertThatThrownBy(this::migrate).isInstanceOf(FlywayValidateException.class);
    }

    @Test
    void refusesAWrongNameOfAScript() throws Exception {
        script("V2_typo.sql", "create table more(id int);");
        assertThatThrownBy(this::migrate).isInstanceOf(FlywayException.class);
    }

    @Test
    void undoesAFailingScriptAndOnlyThat() throws Exception {
        script("V2__bad.sql", "create table more(id int); insert into nowhere values (1);");
        assertThatThrownBy(this::migrate)
                .satisfies(e -> assertThat(Migrator.temporary(e)).isFalse());
        assertThat(number("select count(*) from pg_class where relname = 'one'"))
                .isOne();
        assertThat(number("select count(*) from pg_class where relname = 'more'"))
                .isZero();
        script("V2__bad.sql", "create table more(id int);");
        assertThat(migrate()).isOne();
    }

    @Test
    void understandsFunctionBodies() throws Exception {
        script(
                "V2__function.sql",
                """
                create function bump(i bigint) returns bigint language plpgsql as $$
                begin
                  -- a ; inside, and a ${placeholder} that is none
                  return i + 1;
                end;
                $$;
                """);
        migrate();
        assertThat(number("select bump(41)")).isEqualTo(42);
    }

    @Test
    void createsIndexesConcurrently() throws Exception {
        script("V2__index.sql", "create index concurrently one_id on one(id);");
        assertThat(migrate()).isEqualTo(2);
    }

    @Test
    void severalNodesAtOnceRunEachScriptOnce() throws Exception {
        script("V2__row.sql", "select pg_sleep(0.2); insert into one values (1);");
        int nodes = 3;
        CyclicBarrier together = new CyclicBarrier(nodes);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        List<Future<Integer>> running = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            running.add(threads.submit(() -> {
                together.await();
                return migrate();
            }));
        }
        List<Integer> ran = new ArrayList<>();
        for (Future<Integer> node : running) {
            ran.add(node.get());
        }
        threads.shutdownNow();
        assertThat(ran).containsExactlyInAnyOrder(2, 0, 0);
        assertThat(number("select count(*) from one")).isOne();
    }

    @Test
    void leavesTheClassLoaderOfTheThreadAlone() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        migrate();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void outageIsTemporary() {
        assertThat(Migrator.temporary(new FlywayException("x", new SQLException("gone", "08006"))))
                .isTrue();
        assertThat(Migrator.temporary(new FlywayException("x", new SQLException("syntax", "42601"))))
                .isFalse();
    }

    @Test
    void isLeftToTheNodeThatHasBegun() throws Exception {
        MigrationLock.whileHeld(POSTGRES.dataSource(), "one", () -> {
            assertThatCode(() -> assertThat(Migrator.migrate(bundle, "one", POSTGRES.dataSource()))
                            .isEmpty())
                    .doesNotThrowAnyException();
            return 0;
        });
        assertThat(migrate()).isOne();
    }

    @Test
    void goesOnAfterACrashBeforeTheFirstScript() throws Exception {
        migrate();
        Sql.execute(POSTGRES.dataSource(), "delete from schema_history_one; drop table one");
        assertThat(migrate()).isOne();
    }

    /** Waits for other nodes, as the callers do. */
    private int migrate() throws SQLException {
        OptionalInt scripts = Migrator.migrate(bundle, "one", POSTGRES.dataSource());
        while (scripts.isEmpty()) {
            Thread.onSpinWait();
            scripts = Migrator.migrate(bundle, "one", POSTGRES.dataSource());
        }
        return scripts.getAsInt();
    }

    private void script(String name, String sql) throws Exception {
        FakeBundle.script(folder, "db/one/" + name, sql);
    }

    private static long number(String sql) throws SQLException {
        return Sql.number(POSTGRES.dataSource(), sql);
    }
}
