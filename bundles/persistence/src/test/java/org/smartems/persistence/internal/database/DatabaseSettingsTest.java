// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.smartems.persistence.internal.transaction.TransactionsService;

class DatabaseSettingsTest {

    private static final String URL = "jdbc:postgresql://db.example:5433/ems?sslmode=require";

    @TempDir
    Path folder;

    @Test
    void noAddressMeansNoExternalServer() throws Exception {
        assertThat(DatabaseSettings.external(Map.of())).isEmpty();
        assertThat(DatabaseSettings.external(Map.of("url", "  ", "poolSize", "5")))
                .isEmpty();
    }

    @Test
    void hasDefaults() throws Exception {
        DatabaseSettings settings = external(Map.of("url", URL, "user", "ems", "password", "secret"));
        assertThat(settings.poolSize()).isEqualTo(12);
        assertThat(settings.sidePoolSize()).isEqualTo(4);
        assertThat(settings.connectTimeoutSeconds()).isEqualTo(3);
        assertThat(settings.statementTimeoutSeconds()).isEqualTo(120);
    }

    @Test
    void passesTheAddressOn() throws Exception {
        PGSimpleDataSource source = external(Map.of("url", URL, "user", "ems", "password", "secret"))
                .limited("main", "-c lock_timeout=5000");
        assertThat(source.getUrl()).contains("db.example:5433/ems").contains("sslmode=require");
        assertThat(source.getUser()).isEqualTo("ems");
        assertThat(source.getPassword()).isEqualTo("secret");
        assertThat(source.getOptions()).isEqualTo("-c statement_timeout=120s -c lock_timeout=5000");
        assertThat(source.getSocketTimeout()).isGreaterThan(120);
    }

    @Test
    void keepsTheOptionsOfTheAddress() throws Exception {
        String url = URL + "&options=-c%20search_path=ems";
        PGSimpleDataSource source = external(Map.of("url", url, "user", "ems")).limited("main", "");
        assertThat(source.getOptions()).isEqualTo("-c search_path=ems -c statement_timeout=120s");
    }

    @Test
    void hasNoTimeLimitForMigrations() throws Exception {
        PGSimpleDataSource source = external(Map.of("url", URL, "user", "ems")).unlimited("schema");
        assertThat(source.getSocketTimeout()).isZero();
        assertThat(source.getOptions()).isNull();
    }

    @Test
    void readsThePasswordFromAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "from file\n");
        DatabaseSettings settings = external(Map.of("url", URL, "user", "ems", "passwordFile", file.toString()));
        assertThat(settings.unlimited("x").getPassword()).isEqualTo("from file");
    }

    @Test
    void refusesWhatCannotBeUsed() {
        refuses("url", Map.of("url", "postgres://host/db", "user", "ems"));
        refuses("user", Map.of("url", URL));
        refuses("poolSize", Map.of("url", URL, "user", "ems", "poolSize", "0"));
        refuses("poolSize", Map.of("url", URL, "user", "ems", "poolSize", "many"));
        refuses("sidePoolSize", Map.of("url", URL, "user", "ems", "sidePoolSize", "-1"));
        refuses("connectTimeoutSeconds", Map.of("url", URL, "user", "ems", "connectTimeoutSeconds", "0"));
        refuses("passwordFile", Map.of("url", URL, "user", "ems", "passwordFile", "/nowhere/at/all"));
        refuses("passwordFile", Map.of("url", URL, "user", "ems", "password", "x", "passwordFile", "y"));
    }

    @Test
    void neverShowsASecret() {
        Map<String, String> bad = Map.of("url", "jdbc:mysql://u:secret@host/db", "user", "ems", "password", "secret");
        assertThatThrownBy(() -> external(bad))
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void takesTheLoginOfTheEmbeddedServer() throws Exception {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(URL);
        server.setUser("embedded");
        server.setPassword("random");
        DatabaseSettings settings = DatabaseSettings.embedded(Map.of("poolSize", "3"), server);
        assertThat(settings.poolSize()).isEqualTo(3);
        assertThat(settings.unlimited("x").getUser()).isEqualTo("embedded");
        assertThat(settings.sameDatabase(DatabaseSettings.embedded(Map.of(), server)))
                .isTrue();
        server.setUrl(URL.replace("5433", "5434"));
        assertThat(settings.sameDatabase(DatabaseSettings.embedded(Map.of(), server)))
                .isFalse();
    }

    @Test
    void refusesAnUnknownKindOfServer() {
        DataSource other = new TransactionsService(new CurrentDatabase(15)).dataSource();
        assertThatThrownBy(() -> DatabaseSettings.embedded(Map.of(), other)).isInstanceOf(InvalidSettings.class);
    }

    private static DatabaseSettings external(Map<String, String> configuration) throws InvalidSettings {
        return DatabaseSettings.external(configuration).orElseThrow();
    }

    private static void refuses(String key, Map<String, String> configuration) {
        assertThatThrownBy(() -> external(configuration))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageStartingWith("org.smartems.database: " + key + ": ");
    }
}
