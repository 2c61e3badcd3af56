// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** Turns the text of a configuration file into checked settings. */
final class SettingsReader {

    private final Map<String, ?> values;

    SettingsReader(Map<String, ?> values) {
        this.values = values;
    }

    DatabaseSettings external() throws InvalidSettings {
        PGSimpleDataSource address = address(text("url"));
        String user = text("user").isEmpty() ? address.getUser() : text("user");
        if (user == null || user.isEmpty()) {
            throw new InvalidSettings("user", "is missing");
        }
        String password = password();
        return settings(new Login(text("url"), user, password.isEmpty() ? address.getPassword() : password));
    }

    DatabaseSettings embedded(PGSimpleDataSource server) throws InvalidSettings {
        return settings(new Login(server.getUrl(), server.getUser(), server.getPassword()));
    }

    String text(String key) {
        Object value = values.get(key);
        return value == null ? "" : value.toString().trim();
    }

    private DatabaseSettings settings(Login login) throws InvalidSettings {
        return new DatabaseSettings(
                login,
                number("poolSize", 12, 1, 1000),
                number("sidePoolSize", 4, 1, 1000),
                number("connectTimeoutSeconds", 3, 1, 300),
                number("statementTimeoutSeconds", 120, 1, 86_400));
    }

    private static PGSimpleDataSource address(String url) throws InvalidSettings {
        PGSimpleDataSource parsed = new PGSimpleDataSource();
        try {
            parsed.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettings("url", "must look like jdbc:postgresql://host:5432/database");
        }
        return parsed;
    }

    private String password() throws InvalidSettings {
        String file = text("passwordFile");
        String password =
                values.get("password") == null ? "" : values.get("password").toString();
        if (file.isEmpty()) {
            return password;
        }
        if (!password.isEmpty()) {
            throw new InvalidSettings("passwordFile", "is given together with password; one of them must go");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettings("passwordFile", "cannot be read", e);
        }
    }

    private int number(String key, int absent, int least, int most) throws InvalidSettings {
        String value = text(key);
        if (value.isEmpty()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException ignored) {
            // the same answer as for a number out of range
        }
        throw new InvalidSettings(key, "'" + value + "' is not a whole number from " + least + " to " + most);
    }
}
