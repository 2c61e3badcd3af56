// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.EncryptionContext;
import org.smartems.persistence.encryption.EncryptionKeys.DataKeyState;
import org.smartems.persistence.encryption.SealedColumn;
import org.smartems.persistence.internal.Sql;

class DataKeyRotationTest extends KeysFixture {

    private static final SealedColumn PASSWORD = new SealedColumn("credential", "id", "password");

    @BeforeEach
    void table() throws Exception {
        Sql.execute(
                POSTGRES.dataSource(),
                "drop table if exists credential; create table credential(id bigint primary key, password bytea)");
    }

    @Test
    void newValuesUseTheNewKeyAtOnceAndOldOnesStayReadable() {
        byte[] old = node.encryption().encrypt(PLACE, PLAIN);
        add("credential");
        byte[] sealed = node.encryption().encrypt(PLACE, PLAIN);
        assertThat(key(sealed))
                .isNotEqualTo(key(old))
                .isEqualTo(node.encryption().header("credential"));
        assertThat(node.encryption().decrypt(PLACE, old)).isEqualTo(PLAIN);
        assertThat(node.encryption().decrypt(PLACE, sealed)).isEqualTo(PLAIN);
        assertThat(node.keys.dataKeys())
                .extracting(DataKeyState::table, DataKeyState::keys)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("credential", 2));
    }

    @Test
    void otherNodesOpenItAtOnceAndUseItWithinHalfAMinute() throws Exception {
        Node other = another();
        byte[] old = other.encryption().encrypt(PLACE, PLAIN);
        add("credential");
        assertThat(key(other.encryption().encrypt(PLACE, PLAIN))).isEqualTo(key(old));
        byte[] sealed = node.encryption().encrypt(PLACE, PLAIN);
        assertThat(other.encryption().decrypt(PLACE, sealed)).isEqualTo(PLAIN);
        assertThat(key(other.encryption().encrypt(PLACE, PLAIN)))
                .as("once it has met it")
                .isEqualTo(key(sealed));
        add("credential");
        other.passesAfter(30);
        assertThat(key(other.encryption().encrypt(PLACE, PLAIN)))
                .as("once it has looked")
                .isEqualTo(node.encryption().header("credential"));
    }

    @Test
    void aNodeThatHasMetANewerKeyFindsTheOthersAsWell() throws Exception {
        Node other = another();
        other.encryption().encrypt(PLACE, PLAIN);
        add("credential");
        EncryptionContext day = EncryptionContext.of("log_20260101", "content", 1);
        other.encryption().decrypt(day, node.encryption().encrypt(day, PLAIN));
        other.passesAfter(30);
        assertThat(key(other.encryption().encrypt(PLACE, PLAIN)))
                .isEqualTo(node.encryption().header("credential"));
    }

    @Test
    void keysOfPartitionsAreToldAsOne() {
        node.encryption().encrypt(EncryptionContext.of("log_20260101", "content", 1), PLAIN);
        node.encryption().encrypt(EncryptionContext.of("log_20260102", "content", 1), PLAIN);
        assertThat(node.keys.dataKeys()).singleElement().satisfies(state -> {
            assertThat(state.table()).isEqualTo("log");
            assertThat(state.keys()).isEqualTo(2);
            assertThat(state.oldest()).isBeforeOrEqualTo(state.newest());
        });
    }

    @Test
    void replacedDerivedKeysComeWithANewServiceOnEveryNode() throws Exception {
        Node other = another();
        Encryption before = node.encryption();
        byte[] derived = before.derivedKey("link");
        transactions.run(node.keys::replaceDerivedKeys);
        node.keys.settle();
        assertThat(before.derivedKey("link")).as("until it is taken back").isEqualTo(derived);
        assertThat(node.guard.passes()).isTrue();
        other.passesAfter(30);
        byte[] replaced = node.encryption().derivedKey("link");
        assertThat(replaced).isNotEqualTo(derived);
        assertThat(other.encryption().derivedKey("link")).isEqualTo(replaced);
        node.rotate();
        Node again = restarted(node);
        again.guard.passes();
        assertThat(again.encryption().derivedKey("link")).isEqualTo(replaced);
    }

    @Test
    void valuesAreSealedAnewInBatchesFromWhereItWasCutOff() throws Exception {
        for (int id = 1; id <= 5; id++) {
            store(id, node.encryption().encrypt(EncryptionContext.of("credential", "password", id), PLAIN));
        }
        store(6, new byte[0]);
        assertThat(reseal(10)).as("nothing to do").isZero();
        add("credential");
        assertThat(reseal(2)).isEqualTo(2);
        assertThat(reseal(2)).isEqualTo(2);
        assertThat(reseal(2)).isEqualTo(1);
        assertThat(reseal(2)).isZero();
        byte[] header = node.encryption().header("credential");
        for (int id = 1; id <= 5; id++) {
            byte[] sealed = stored(id);
            assertThat(key(sealed)).isEqualTo(header);
            assertThat(node.encryption().decrypt(EncryptionContext.of("credential", "password", id), sealed))
                    .isEqualTo(PLAIN);
        }
        assertThat(stored(6)).isEmpty();
    }

    @Test
    void aValueThatCannotBeOpenedIsPassedOver() throws Exception {
        store(1, node.encryption().encrypt(EncryptionContext.of("credential", "password", 99), PLAIN));
        store(2, node.encryption().encrypt(EncryptionContext.of("credential", "password", 2), PLAIN));
        byte[] spoilt = stored(1);
        add("credential");
        assertThat(reseal(10)).isEqualTo(1);
        assertThat(stored(1)).isEqualTo(spoilt);
    }

    @Test
    void aRowThatSomebodyChangesIsLeftForTheNextTime() throws Exception {
        store(1, node.encryption().encrypt(EncryptionContext.of("credential", "password", 1), PLAIN));
        add("credential");
        try (Connection editor = POSTGRES.dataSource().getConnection()) {
            editor.setAutoCommit(false);
            editor.createStatement().execute("select id from credential where id = 1 for update");
            assertThat(reseal(10)).isZero();
            editor.rollback();
        }
        assertThat(reseal(10)).isEqualTo(1);
    }

    private void add(String table) {
        transactions.run(() -> node.keys.addDataKey(table));
        node.keys.settle();
    }

    private int reseal(int limit) {
        return transactions.call(() -> PASSWORD.reseal(transactions, node.encryption(), limit));
    }

    private static byte[] key(byte[] sealed) {
        return Arrays.copyOf(sealed, 9);
    }

    private static void store(long id, byte[] sealed) throws Exception {
        try (Connection connection = POSTGRES.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into credential values (?, ?)")) {
            insert.setLong(1, id);
            insert.setBytes(2, sealed);
            insert.executeUpdate();
        }
    }

    private byte[] stored(long id) {
        return transactions.call(() -> new Jdbc(transactions)
                .first("select password from credential where id = ?", row -> row.getBytes(1), id)
                .orElseThrow());
    }
}
