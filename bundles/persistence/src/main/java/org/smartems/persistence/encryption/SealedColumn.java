// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.encryption;

import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;

/**
 * A column of sealed bytes whose {@link EncryptionContext} has its name and the value of {@code id}; empty ones are
 * not sealed.
 *
 * @param table its name
 * @param id name of the column that identifies the row
 * @param column its name
 */
public record SealedColumn(String table, String id, String column) {

    private static final Logger LOG = LoggerFactory.getLogger(SealedColumn.class);

    private record Value(Object id, byte[] sealed) {}

    /**
     * Does what {@link SealedValues#reseal} asks for. Rows that somebody else is changing are left for the next time.
     *
     * @param transactions one of which the caller is in
     * @param encryption opens and seals
     * @param limit how many at most
     * @return how many were sealed
     */
    public int reseal(Transactions transactions, Encryption encryption, int limit) {
        Jdbc jdbc = new Jdbc(transactions);
        byte[] header = encryption.header(table);
        String sql = "select " + id + ", " + column + " from " + table + " where length(" + column
                + ") > 0 and substring(" + column + " from 1 for " + header.length + ") <> ? order by " + id
                + " limit ? for update skip locked";
        List<Value> former = jdbc.list(sql, row -> new Value(row.getObject(1), row.getBytes(2)), header, limit);
        int resealed = 0;
        for (Value value : former) {
            resealed += reseal(jdbc, encryption, value);
        }
        return resealed;
    }

    private int reseal(Jdbc jdbc, Encryption encryption, Value value) {
        EncryptionContext place = EncryptionContext.of(table, column, value.id().toString());
        try {
            byte[] plain = encryption.decrypt(place, value.sealed());
            byte[] sealed = encryption.encrypt(place, plain);
            Arrays.fill(plain, (byte) 0);
            return jdbc.update("update " + table + " set " + column + " = ? where " + id + " = ?", sealed, value.id());
        } catch (EncryptionException e) {
            LOG.error("The stored {} cannot be opened and stays as it is", place, e);
            return 0;
        }
    }
}
