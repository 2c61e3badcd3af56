// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.internal.FakeBundle;
import org.smartems.persistence.internal.Sql;
import org.smartems.testing.PostgresExtension;

/** Which schema is migrated when, and what is told about it. */
class SchemasTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @TempDir
    Path folder;

    private final List<String> published = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();
    private boolean away;
    private Schemas schemas;

    @BeforeEach
    void empty() throws Exception {
        Sql.execute(POSTGRES.dataSource(), "drop schema public cascade; create schema public");
        schemas = new Schemas(this::database, this::publish, clock::get);
    }

    @Test
    void isNotReadyBeforeAnythingIsKnown() {
        assertThat(schemas.health().isUp()).isFalse();
    }

    @Test
    void keepsTheWantedOrder() throws Exception {
        add("vpn;after=\"fleet,platform\"");
        add("fleet;after=platform");
        add("platform");
        schemas.migrateOthers();
        assertThat(published).containsExactly("platform", "fleet", "vpn");
        assertThat(schemas.health().isUp()).isTrue();
    }

    @Test
    void ownTablesComeFirstAndAreNotPublished() throws Exception {
        schemas.add(FakeBundle.OWN, "persistence");
        add("platform");
        assertThat(schemas.migrateOwn()).isTrue();
        assertThat(published).isEmpty();
        assertThat(Sql.number(POSTGRES.dataSource(), "select count(*) from data_key"))
                .isZero();
        schemas.migrateOthers();
        assertThat(published).containsExactly("platform");
    }

    @Test
    void lateBundleIsMigratedToo() throws Exception {
        add("platform");
        schemas.migrateOthers();
        add("fleet;after=platform");
        schemas.migrateOthers();
        assertThat(published).containsExactly("platform", "fleet");
    }

    @Test
    void tellsWhatIsMissing() throws Exception {
        add("fleet;after=\"platform,nowhere\"");
        FakeBundle.script(folder, "db/platform/V1__init.sql", "broken");
        schemas.add(FakeBundle.of(folder, "platform", null), "platform");
        schemas.migrateOthers();
        clock.addAndGet(20_000_000_000L);
        schemas.migrateOthers();
        assertThat(published).isEmpty();
        assertThat(schemas.health().reason())
                .contains("fleet: waiting for platform (failed), nowhere (no bundle has it)")
                .contains("platform: a script failed");
    }

    @Test
    void secondOneOfANameIsRefusedUntilTheFirstGoes() throws Exception {
        Schema first = add("fleet");
        add("fleet");
        schemas.migrateOthers();
        assertThat(published).containsExactly("fleet");
        assertThat(schemas.health().reason()).isEqualTo("fleet: refused: another bundle has a schema of this name");
        schemas.remove(first);
        assertThat(published).isEmpty();
        schemas.migrateOthers();
        assertThat(published).containsExactly("fleet");
        assertThat(schemas.health().isUp()).isTrue();
    }

    @Test
    void wrongHeaderIsRefusedUntilItsBundleGoes() {
        Schema wrong = schemas.add(FakeBundle.of(folder, "org.example.fleet", null), "Fleet");
        schemas.migrateOthers();
        assertThat(schemas.health().reason()).startsWith("org.example.fleet [7]: refused");
        schemas.remove(wrong);
        assertThat(schemas.health().reason()).doesNotContain("org.example.fleet");
    }

    @Test
    void bundleWithoutScriptsIsRefused() {
        schemas.add(FakeBundle.of(folder, "org.example.fleet", null), "fleet");
        schemas.migrateOthers();
        assertThat(published).isEmpty();
        assertThat(schemas.health().reason()).startsWith("fleet: ");
    }

    @Test
    void stoppedBundleIsWithdrawn() throws Exception {
        Schema schema = add("fleet");
        schemas.migrateOthers();
        schemas.remove(schema);
        assertThat(published).isEmpty();
    }

    @Test
    void outageIsNoFailure() throws Exception {
        away = true;
        add("fleet");
        schemas.migrateOthers();
        assertThat(schemas.health().reason()).isEqualTo("fleet: waiting for the database");
        away = false;
        schemas.migrateOthers();
        assertThat(published).containsExactly("fleet");
    }

    @Test
    void anotherDatabaseStartsAfresh() throws Exception {
        add("fleet");
        schemas.migrateOthers();
        schemas.reset();
        assertThat(published).isEmpty();
        assertThat(schemas.health().isUp()).isFalse();
        schemas.migrateOthers();
        assertThat(published).containsExactly("fleet");
    }

    @Test
    void nothingIsPublishedAfterTheEnd() throws Exception {
        add("fleet");
        schemas.close();
        schemas.migrateOthers();
        assertThat(published).isEmpty();
    }

    private javax.sql.DataSource database() {
        if (away) {
            throw new DatabaseUnavailable("away", null);
        }
        return POSTGRES.dataSource();
    }

    private Runnable publish(String name) {
        published.add(name);
        return () -> published.remove(name);
    }

    private Schema add(String header) throws Exception {
        String name = header.split(";")[0];
        FakeBundle.script(folder, "db/" + name + "/V1__init.sql", "create table " + name + "(id int)");
        return schemas.add(FakeBundle.of(folder, "org.example." + name, header), header);
    }
}
