// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.database;

import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the database is and how it is used; checked. */
public record DatabaseSettings(
        Login login, int poolSize, int sidePoolSize, int connectTimeoutSeconds, int statementTimeoutSeconds) {

    /** The configuration that holds them. */
    public static final String PID = "org.smartems.database";

    /** The server gives up first, so that the connection survives a statement that took too long. */
    private static final int SERVER_FIRST_SECONDS = 10;

    /** The settings of an external server, or empty when the configuration names none. */
    public static Optional<DatabaseSettings> external(Map<String, ?> configuration) throws InvalidSettings {
        SettingsReader reader = new SettingsReader(configuration);
        return reader.text("url").isEmpty() ? Optional.empty() : Optional.of(reader.external());
    }

    /** The settings for a server that another bundle runs. */
    public static DatabaseSettings embedded(Map<String, ?> configuration, DataSource server) throws InvalidSettings {
        if (server instanceof PGSimpleDataSource known) {
            return new SettingsReader(configuration).embedded(known);
        }
        throw new InvalidSettings("url", "is empty and the embedded data source is no " + PGSimpleDataSource.class);
    }

    /** Whether both lead to the same tables. */
    public boolean sameDatabase(DatabaseSettings other) {
        return other != null && login.equals(other.login);
    }

    /** Connections with the time limits of normal work; {@code options} are added to those of the address. */
    PGSimpleDataSource limited(String purpose, String options) {
        PGSimpleDataSource source = unlimited(purpose);
        source.setSocketTimeout(statementTimeoutSeconds + SERVER_FIRST_SECONDS);
        add(source, "-c statement_timeout=" + statementTimeoutSeconds + "s " + options);
        return source;
    }

    /** Connections for work that may take hours. */
    PGSimpleDataSource unlimited(String purpose) {
        // a data source of the driver itself: neither DriverManager nor the thread's class loader decides anything
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(login.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        source.setConnectTimeout(connectTimeoutSeconds);
        source.setSocketTimeout(0);
        source.setTcpKeepAlive(true);
        source.setApplicationName("smartems-" + purpose);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    private static void add(PGSimpleDataSource source, String options) {
        String present = source.getOptions();
        source.setOptions(present == null || present.isEmpty() ? options.trim() : present + " " + options.trim());
    }
}
