// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;
import org.smartems.testing.PostgresExtension;

/** An empty database on a server of its own, and the configuration that points to it. */
record ExternalDatabase(PGSimpleDataSource source) {

    static ExternalDatabase create(PostgresExtension postgres, String name) throws SQLException {
        postgres.administer("create database " + name + " owner " + postgres.user());
        PGSimpleDataSource source = postgres.dataSource();
        source.setDatabaseName(name);
        return new ExternalDatabase(source);
    }

    void use(Server server) throws IOException {
        use(server, source.getPassword());
    }

    void use(Server server, String password) throws IOException {
        Path file = server.etc("database-password");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password + "\n");
        String url = "jdbc:postgresql://127.0.0.1:" + source.getPortNumbers()[0] + "/" + source.getDatabaseName();
        Files.writeString(
                server.etc("org.smartems.database.cfg"),
                "url = " + url + "\nuser = " + source.getUser() + "\npasswordFile = " + file + "\n");
    }

    Database tables() {
        return new Database(source);
    }
}
