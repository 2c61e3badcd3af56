// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.EncryptionContext;
import org.smartems.persistence.encryption.EncryptionException;
import org.smartems.persistence.internal.Sql;

class EncryptionTest extends EncryptionFixture {

    private static final EncryptionContext PLACE = EncryptionContext.of("credential", "password", 7);
    private static final byte[] PLAIN = "top secret".getBytes(UTF_8);

    private final MasterKey master = new MasterKey(new byte[MasterKey.BYTES]);
    private final Encryption encryption = encryption(master);

    @BeforeEach
    void use() throws Exception {
        tables.fingerprintOrElse(master.fingerprint());
    }

    @Test
    void opensWhatItSealed() {
        byte[] sealed = encryption.encrypt(PLACE, PLAIN);
        assertThat(sealed).hasSize(PLAIN.length + 37);
        assertThat(encryption.decrypt(PLACE, sealed)).isEqualTo(PLAIN);
        assertThat(encryption.decrypt(PLACE, encryption.encrypt(PLACE, new byte[0])))
                .isEmpty();
    }

    @Test
    void sealsTheSameValueDifferentlyEachTime() {
        assertThat(encryption.encrypt(PLACE, PLAIN)).isNotEqualTo(encryption.encrypt(PLACE, PLAIN));
    }

    @Test
    void storesNoKeyInClear() throws Exception {
        encryption.encrypt(PLACE, PLAIN);
        assertThat(Sql.number(POSTGRES.dataSource(), "select length(wrapped) from data_key"))
                .isEqualTo(12 + 32 + 16);
    }

    @Test
    void refusesAnotherPlace() {
        byte[] sealed = encryption.encrypt(PLACE, PLAIN);
        List.of(
                        EncryptionContext.of("credential", "password", 8),
                        EncryptionContext.of("credential", "secret", 7),
                        EncryptionContext.of("device", "password", 7),
                        EncryptionContext.of("credential", "passwor", "d7"))
                .forEach(place -> refused(place, sealed));
    }

    @Test
    void refusesAnyChangedByte() {
        byte[] sealed = encryption.encrypt(PLACE, PLAIN);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            refused(PLACE, changed);
        }
        refused(PLACE, Arrays.copyOf(sealed, sealed.length - 1));
        refused(PLACE, new byte[0]);
        refused(PLACE, PLAIN);
    }

    @Test
    void saysNothingOfTheData() {
        byte[] sealed = encryption.encrypt(PLACE, PLAIN);
        assertThatThrownBy(() -> encryption.decrypt(EncryptionContext.of("credential", "password", "somebody"), sealed))
                .hasMessageContaining("credential.password")
                .hasMessageNotContaining("somebody")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesAnotherMasterKey() {
        byte[] sealed = encryption.encrypt(PLACE, PLAIN);
        byte[] other = new byte[MasterKey.BYTES];
        other[0] = 1;
        Encryption wrong = encryption(new MasterKey(other));
        assertThatThrownBy(() -> wrong.decrypt(PLACE, sealed))
                .isInstanceOf(EncryptionException.class)
                .hasMessageContaining("another master key");
    }

    @Test
    void refusesAKeyThatWasMovedToAnotherTable() throws Exception {
        byte[] sealed = encryption.encrypt(PLACE, PLAIN);
        Sql.execute(POSTGRES.dataSource(), "update data_key set purpose = 'credentiaX'");
        assertThatThrownBy(() -> encryption(master).decrypt(PLACE, sealed)).isInstanceOf(EncryptionException.class);
    }

    @Test
    void eachTableHasItsKey() {
        long first = keyOf(encryption.encrypt(PLACE, PLAIN));
        assertThat(keyOf(encryption.encrypt(EncryptionContext.of("credential", "other", 9), PLAIN)))
                .isEqualTo(first);
        assertThat(keyOf(encryption.encrypt(EncryptionContext.of("device", "password", 7), PLAIN)))
                .isNotEqualTo(first);
    }

    @Test
    void opensWhatAnotherNodeSealed() {
        Encryption other = encryption(master);
        byte[] sealed = other.encrypt(PLACE, PLAIN);
        assertThat(encryption.decrypt(PLACE, sealed)).isEqualTo(PLAIN);
        assertThat(keyOf(encryption.encrypt(PLACE, PLAIN))).isEqualTo(keyOf(sealed));
    }

    @Test
    void firstUseByManyThreadsAndNodesIsReadableByAll() throws Exception {
        int threads = 8;
        Encryption other = encryption(master);
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<byte[]>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Encryption node = i % 2 == 0 ? encryption : other;
            running.add(pool.submit(() -> {
                together.await();
                return node.encrypt(PLACE, PLAIN);
            }));
        }
        for (Future<byte[]> one : running) {
            assertThat(encryption.decrypt(PLACE, one.get())).isEqualTo(PLAIN);
            assertThat(other.decrypt(PLACE, one.get())).isEqualTo(PLAIN);
        }
        pool.shutdownNow();
        assertThat(Sql.number(POSTGRES.dataSource(), "select count(*) from data_key"))
                .isBetween(1L, 2L);
    }

    @Test
    void needsTheDatabaseOnlyForNewKeys() throws Exception {
        byte[] sealed = encryption.encrypt(PLACE, PLAIN);
        DataKeys keys = new DataKeys(master, new KeyTables(new FailingLater()), () -> master);
        keys.load();
        Encryption later = new EncryptionService(keys);
        assertThat(later.decrypt(PLACE, sealed)).isEqualTo(PLAIN);
        assertThat(later.encrypt(PLACE, PLAIN)).isNotEmpty();
        assertThatThrownBy(() -> later.encrypt(EncryptionContext.of("new", "c", 1), PLAIN))
                .isInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void derivesTheSameKeyOnEveryNode() {
        byte[] key = encryption.derivedKey("nonce");
        assertThat(key).hasSize(32).isEqualTo(encryption(master).derivedKey("nonce"));
        byte[] copy = key.clone();
        key[0] ^= 1;
        assertThat(encryption.derivedKey("nonce")).isEqualTo(copy);
        // pinned: links that are out and nodes of another release rely on it
        assertThat(HexFormat.of().formatHex(copy))
                .isEqualTo("9dd310485bdba39230febb1e5b2cad45b7bb7c6f323b5837dd9ea58412828d02");
    }

    @Test
    void derivesAnotherKeyForEachPurposeAndMasterKey() {
        byte[] other = new byte[MasterKey.BYTES];
        other[0] = 1;
        assertThat(List.of(
                        HexFormat.of().formatHex(encryption.derivedKey("nonce")),
                        HexFormat.of().formatHex(encryption.derivedKey("nonce2")),
                        HexFormat.of().formatHex(encryption.derivedKey("link")),
                        HexFormat.of()
                                .formatHex(encryption(new MasterKey(other)).derivedKey("nonce"))))
                .doesNotHaveDuplicates();
        assertThatThrownBy(() -> encryption.derivedKey(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    private Encryption encryption(MasterKey key) {
        return new EncryptionService(new DataKeys(key, tables, () -> key));
    }

    private void refused(EncryptionContext place, byte[] sealed) {
        assertThatThrownBy(() -> encryption.decrypt(place, sealed)).isInstanceOf(EncryptionException.class);
    }

    private static long keyOf(byte[] sealed) {
        return ByteBuffer.wrap(sealed).getLong(1);
    }

    /** One connection, then an outage. */
    private static final class FailingLater implements ConnectionSource {

        private boolean used;

        @Override
        public java.sql.Connection open() throws java.sql.SQLException {
            if (used) {
                throw new java.sql.SQLException("away", "08001");
            }
            used = true;
            return POSTGRES.dataSource().getConnection();
        }
    }
}
