// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartems.persistence.encryption.EncryptionKeys.DataKeyState;

/** What the database knows about keys. */
final class KeyTables {

    /** A data key as stored. */
    record Wrapped(long id, String purpose, byte[] wrapped) {}

    private final ConnectionSource connections;

    KeyTables(ConnectionSource connections) {
        this.connections = connections;
    }

    Optional<String> fingerprint() throws SQLException {
        return fingerprint("select fingerprint from master_key");
    }

    private Optional<String> fingerprint(String sql) throws SQLException {
        try (Connection connection = connections.open();
                PreparedStatement query = connection.prepareStatement(sql);
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

    /**
     * False, and nothing inserted, when the master key is no longer the one of this fingerprint. Waits for a rotation
     * that has begun, and a rotation waits for this.
     */
    boolean insert(Wrapped key, String fingerprint) throws SQLException {
        String sql = "insert into data_key(id, purpose, wrapped)"
                + " select ?, ?, ? from master_key where fingerprint = ? for share";
        try (Connection connection = connections.open();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, key.id());
            insert.setString(2, key.purpose());
            insert.setBytes(3, key.wrapped());
            insert.setString(4, fingerprint);
            return insert.executeUpdate() == 1;
        }
    }

    /** The same as {@link #fingerprint}; no data key is inserted until the transaction ends. */
    Optional<String> lockedFingerprint() throws SQLException {
        return fingerprint("select fingerprint from master_key for update");
    }

    /** Replaces the wrapped keys and the fingerprint; needs a transaction. */
    void rewrap(List<Wrapped> keys, String fingerprint) throws SQLException {
        try (Connection connection = connections.open();
                PreparedStatement update = connection.prepareStatement("update data_key set wrapped = ? where id = ?");
                PreparedStatement master =
                        connection.prepareStatement("update master_key set fingerprint = ?, created_at = now()")) {
            for (Wrapped key : keys) {
                update.setBytes(1, key.wrapped());
                update.setLong(2, key.id());
                update.addBatch();
            }
            update.executeBatch();
            master.setString(1, fingerprint);
            master.executeUpdate();
        }
    }

    Optional<Instant> masterSince() throws SQLException {
        try (Connection connection = connections.open();
                PreparedStatement query = connection.prepareStatement("select created_at from master_key");
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(rows.getTimestamp(1).toInstant()) : Optional.empty();
        }
    }

    /** Tables with a partition for each day have a key for each; they are told as one. */
    List<DataKeyState> states() throws SQLException {
        String sql = "select regexp_replace(purpose, '_[0-9]{8}$', '') as part, count(*), min(created_at),"
                + " max(created_at) from data_key group by part order by part";
        List<DataKeyState> states = new ArrayList<>();
        try (Connection connection = connections.open();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                states.add(new DataKeyState(
                        rows.getString(1),
                        rows.getInt(2),
                        rows.getTimestamp(3).toInstant(),
                        rows.getTimestamp(4).toInstant()));
            }
        }
        return states;
    }

    List<Wrapped> all() throws SQLException {
        return select("select id, purpose, wrapped from data_key where id > ? order by id", Long.MIN_VALUE);
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
            query.setObject(1, parameter);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Wrapped(rows.getLong(1), rows.getString(2), rows.getBytes(3)));
                }
            }
        }
        return found;
    }
}
