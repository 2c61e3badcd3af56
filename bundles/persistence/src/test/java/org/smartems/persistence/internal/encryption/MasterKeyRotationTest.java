// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.PlatformException;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.EncryptionContext;
import org.smartems.persistence.encryption.EncryptionException;
import org.smartems.persistence.encryption.EncryptionKeys.MasterKeyState;
import org.smartems.persistence.internal.Sql;

class MasterKeyRotationTest extends KeysFixture {

    private static final int ROTATIONS = 5;

    @Test
    void everythingStaysReadableHereAndAfterARestart() throws Exception {
        String former = node.fingerprint();
        byte[] sealed = node.encryption().encrypt(PLACE, PLAIN);
        byte[] derived = node.encryption().derivedKey("link");
        String next = node.rotate();
        assertThat(tables.fingerprint()).contains(next);
        assertThat(node.fingerprint()).isEqualTo(next).isNotEqualTo(former);
        assertThat(node.published).hasSize(1);
        for (Node one : List.of(node, restarted(node))) {
            assertThat(one.guard.passes()).isTrue();
            assertThat(one.encryption().decrypt(PLACE, sealed)).isEqualTo(PLAIN);
            assertThat(one.encryption().derivedKey("link")).isEqualTo(derived);
            EncryptionContext fresh = EncryptionContext.of("fresh" + one.hashCode(), "c", 1);
            assertThat(one.encryption().decrypt(fresh, one.encryption().encrypt(fresh, PLAIN)))
                    .isEqualTo(PLAIN);
        }
    }

    @Test
    void derivedKeysStayTheSameOverSeveralRotations() throws Exception {
        byte[] derived = node.encryption().derivedKey("link");
        node.rotate();
        node.rotate();
        assertThat(restarted(node).guard.passes()).isTrue();
        Node again = restarted(node);
        again.guard.passes();
        assertThat(again.encryption().derivedKey("link")).isEqualTo(derived);
    }

    @Test
    void theFormerKeyIsKeptForTheOwnerAloneAndIsTold() throws Exception {
        String former = node.fingerprint();
        String next = node.rotate();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(node.beside(former))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(node.path)))
                .isEqualTo("rw-------");
        assertThat(node.beside(next)).doesNotExist();
        assertThat(node.keys.masterKeys())
                .extracting(MasterKeyState::fingerprint)
                .containsExactly(next, former);
        assertThat(node.keys.masterKeys())
                .extracting(state -> state.usedSince().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void theFormerKeyOpensNothingOfTheDatabase() throws Exception {
        node.encryption().encrypt(PLACE, PLAIN);
        MasterKey former = new MasterKeyFile(node.path).read().orElseThrow();
        node.rotate();
        DataKeys stale = new DataKeys(former, tables, () -> former);
        assertThatThrownBy(stale::load).isInstanceOf(EncryptionException.class);
    }

    @Test
    void cutOffBeforeTheCommitTheServerStartsWithTheFormerKey() throws Exception {
        String former = node.fingerprint();
        byte[] sealed = node.encryption().encrypt(PLACE, PLAIN);
        String next = node.keys.createMasterKey();
        assertThatThrownBy(() -> transactions.run(() -> {
                    node.keys.rotateMasterKey(next);
                    throw new IllegalStateException("cut off");
                }))
                .hasMessage("cut off");
        Node again = restarted(node);
        assertThat(again.guard.passes()).isTrue();
        assertThat(again.fingerprint()).isEqualTo(former);
        assertThat(again.encryption().decrypt(PLACE, sealed)).isEqualTo(PLAIN);
        again.commitRotation(next); // the file that was left can still be used
        assertThat(tables.fingerprint()).contains(next);
    }

    @Test
    void cutOffAfterTheCommitTheServerStartsWithTheNewKey() throws Exception {
        String former = node.fingerprint();
        byte[] sealed = node.encryption().encrypt(PLACE, PLAIN);
        String next = node.keys.createMasterKey();
        node.commitRotation(next);
        assertThat(node.fingerprint()).as("not put in place yet").isEqualTo(former);
        Files.copy(node.path, node.beside(former), StandardCopyOption.COPY_ATTRIBUTES); // half of the exchange
        Node again = restarted(node);
        assertThat(again.guard.passes()).isTrue();
        assertThat(again.fingerprint()).isEqualTo(next);
        assertThat(again.encryption().decrypt(PLACE, sealed)).isEqualTo(PLAIN);
        assertThat(again.beside(former)).exists();
    }

    @Test
    void aDirectoryThatCannotBeWrittenToStopsNobody() throws Exception {
        String next = node.keys.createMasterKey();
        node.commitRotation(next);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        try {
            assertThat(restarted(node).guard.passes()).isTrue();
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aBackupOfTheDatabaseOpensWithTheFormerKey() throws Exception {
        byte[] sealed = node.encryption().encrypt(PLACE, PLAIN);
        Sql.execute(POSTGRES.dataSource(), "create table old_key as table data_key");
        String former = node.fingerprint();
        node.rotate();
        Sql.execute(
                POSTGRES.dataSource(),
                "truncate data_key; insert into data_key table old_key; drop table old_key;"
                        + " update master_key set fingerprint = '" + former + "'");
        Node again = restarted(node);
        assertThat(again.guard.passes()).isTrue();
        assertThat(again.fingerprint()).isEqualTo(former);
        assertThat(again.encryption().decrypt(PLACE, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void anotherNodeWithTheFileGoesOnAtOnce() throws Exception {
        Node other = another();
        byte[] sealed = node.encryption().encrypt(PLACE, PLAIN);
        String next = node.keys.createMasterKey();
        Files.copy(node.beside(next), other.beside(next), StandardCopyOption.COPY_ATTRIBUTES);
        node.commitRotation(next);
        node.keys.settle();
        assertThat(other.encryption().decrypt(PLACE, sealed)).isEqualTo(PLAIN);
        EncryptionContext fresh = EncryptionContext.of("fresh", "c", 1);
        byte[] another = other.encryption().encrypt(fresh, PLAIN);
        assertThat(node.encryption().decrypt(fresh, another)).isEqualTo(PLAIN);
        assertThat(other.guard.passes()).isTrue();
        assertThat(other.fingerprint()).isEqualTo(next);
        assertThat(other.published).hasSize(1);
    }

    @Test
    void anotherNodeWithoutTheFileStopsAndSpoilsNothing() throws Exception {
        Node other = another();
        byte[] sealed = node.encryption().encrypt(PLACE, PLAIN);
        String next = node.rotate();
        long keys = Sql.number(POSTGRES.dataSource(), "select count(*) from data_key");
        Encryption stale = other.encryption();
        assertThatThrownBy(() -> stale.encrypt(EncryptionContext.of("fresh", "c", 1), PLAIN))
                .isInstanceOf(EncryptionException.class)
                .hasMessageContaining("rotated");
        assertThatThrownBy(() -> stale.decrypt(PLACE, sealed)).isInstanceOf(EncryptionException.class);
        assertThat(Sql.number(POSTGRES.dataSource(), "select count(*) from data_key"))
                .isEqualTo(keys);
        assertThat(other.guard.passes()).isFalse();
        assertThat(other.published).isEmpty();
        assertThat(other.guard.health().reason()).contains(next).doesNotContain(folder.toString());
        Files.copy(node.path, other.beside(next), StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(other.passesAfter(5)).isTrue();
        assertThat(other.encryption().decrypt(PLACE, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void anotherNodeThatIsIdleSeesItWithinHalfAMinute() throws Exception {
        Node other = another();
        node.rotate();
        assertThat(other.passesAfter(29)).isTrue();
        assertThat(other.passesAfter(1)).isFalse();
    }

    @Test
    void aFileOfAnotherKeyIsRefusedAndChangesNothing() throws Exception {
        String former = node.fingerprint();
        String next = node.keys.createMasterKey();
        Files.copy(
                node.path, node.beside(next), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        refused("masterKeyFile", () -> node.commitRotation(next));
        Files.setPosixFilePermissions(node.beside(next), PosixFilePermissions.fromString("rw-r--r--"));
        refused("masterKeyFile", () -> node.commitRotation(next));
        refused("masterKeyMissing", () -> node.commitRotation("0123456789abcdef"));
        refused("masterKeyMissing", () -> node.commitRotation("../../0123456789"));
        refused("masterKeyInUse", () -> node.commitRotation(former));
        assertThat(tables.fingerprint()).contains(former);
        assertThat(restarted(node).guard.passes()).isTrue();
    }

    @Test
    void ofTwoRotationsOneIsRefused() throws Exception {
        Node other = another();
        String second = other.keys.createMasterKey();
        String first = node.rotate();
        refused("masterKeyRotated", () -> other.commitRotation(second));
        refused("masterKeyRotated", () -> transactions.run(() -> other.keys.addDataKey("credential")));
        assertThat(tables.fingerprint()).contains(first);
    }

    @Test
    void readersAndWritersNoticeNothing() throws Exception {
        Node other = new Node(node.path);
        other.guard.passes();
        byte[] sealed = node.encryption().encrypt(PLACE, PLAIN);
        AtomicInteger phase = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            running.add(threads.submit(work((i % 2 == 0 ? node : other).encryption(), "t" + i, sealed, phase)));
        }
        for (int i = 0; i < ROTATIONS; i++) {
            node.rotate();
            phase.incrementAndGet();
        }
        for (Future<Integer> one : running) {
            assertThat(one.get()).isPositive();
        }
        threads.shutdownNow();
        Node again = restarted(node);
        assertThat(again.guard.passes()).isTrue();
        assertThat(again.encryption().decrypt(PLACE, sealed)).isEqualTo(PLAIN);
    }

    /** For each rotation makes a data key, while it goes on using the known ones. */
    private static Callable<Integer> work(Encryption encryption, String name, byte[] sealed, AtomicInteger phase) {
        return () -> {
            int rounds = 0;
            while (phase.get() < ROTATIONS || rounds == 0) {
                EncryptionContext fresh = EncryptionContext.of(name + "_" + phase.get(), "c", rounds++);
                assertThat(encryption.decrypt(fresh, encryption.encrypt(fresh, PLAIN)))
                        .isEqualTo(PLAIN);
                assertThat(encryption.decrypt(PLACE, sealed)).isEqualTo(PLAIN);
            }
            return rounds;
        };
    }

    static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(PlatformException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
