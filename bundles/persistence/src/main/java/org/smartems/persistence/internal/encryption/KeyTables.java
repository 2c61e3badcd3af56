// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the database knows about keys. */
final class KeyTables {

    /** A data key as stored. */
    record Wrapped(long id, String purpose, byte[] wrapped) {}

    private final ConnectionSource connections;

    KeyTables(ConnectionSource connections) {
        this.connections = connections;
    }

    Optional<String> fingerprint() throws SQLException {
        try (Connection connection = connections.open();
                PreparedStatement query = connection.prepareStatement("select fingerprint from master_key");
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    /** Several nodes may do this at once: the first one wins, all get its answer. */
    String fingerprintOrElse(String own) throws SQLException {
        String sql = "insert into master_key(fingerprint) values (?) on conflict do nothing";
        try (Connection connection = connections.open();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, own);
            insert.executeUpdate();
        }
        return fingerprint().orElse(own);
    }

    long nextId() throws SQLException {
        try (Connection connection = connections.open();
                PreparedStatement query = connection.prepareStatement("select nextval('data_key_id')");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void insert(Wrapped key) throws SQLException {
        String sql = "insert into data_key(id, purpose, wrapped) values (?, ?, ?)";
        try (Connection connection = connections.open();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, key.id());
            insert.setString(2, key.purpose());
            insert.setBytes(3, key.wrapped());
            insert.executeUpdate();
        }
    }

    List<Wrapped> all() throws SQLException {
        return select("select id, purpose, wrapped from data_key order by id", null);
    }

    Optional<Wrapped> byId(long id) throws SQLException {
        return select("select id, purpose, wrapped from data_key where id = ?", id).stream()
                .findFirst();
    }

    Optional<Wrapped> newest(String purpose) throws SQLException {
        String sql = "select id, purpose, wrapped from data_key where purpose = ? order by id desc limit 1";
        return select(sql, purpose).stream().findFirst();
    }

    private List<Wrapped> select(String sql, Object parameter) throws SQLException {
        List<Wrapped> found = new ArrayList<>();
        try (Connection connection = connections.open();
                PreparedStatement query = connection.prepareStatement(sql)) {
            if (parameter != null) {
                query.setObject(1, parameter);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Wrapped(rows.getLong(1), rows.getString(2), rows.getBytes(3)));
                }
            }
        }
        return found;
    }
}
