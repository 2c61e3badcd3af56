// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.EncryptionContext;
import org.smartems.persistence.internal.Sql;

class MasterKeyGuardTest extends EncryptionFixture {

    private final List<Encryption> published = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();
    private Path path;
    private MasterKeyGuard guard;

    @BeforeEach
    void firstStart() {
        path = folder.resolve("master.key");
        guard = guard(path);
    }

    @Test
    void makesAKeyForANewDatabase() {
        assertThat(guard.health().isUp()).isFalse();
        assertThat(guard.passes()).isTrue();
        assertThat(guard.health().isUp()).isTrue();
        assertThat(path).exists();
        assertThat(published).hasSize(1);
    }

    @Test
    void usesAKeyThatIsAlreadyThere() throws Exception {
        String fingerprint = new MasterKeyFile(path).create().fingerprint();
        assertThat(guard.passes()).isTrue();
        assertThat(tables.fingerprint()).contains(fingerprint);
    }

    @Test
    void knowsItsDatabaseAfterARestart() {
        guard.passes();
        EncryptionContext place = EncryptionContext.of("t", "c", 1);
        byte[] sealed = published.get(0).encrypt(place, "x".getBytes(UTF_8));
        MasterKeyGuard restarted = guard(path);
        assertThat(restarted.passes()).isTrue();
        assertThat(published.get(1).decrypt(place, sealed)).isEqualTo("x".getBytes(UTF_8));
    }

    @Test
    void missingFileIsRefusedAndHealsWhenItComesBack() throws Exception {
        guard.passes();
        Path backup = Files.move(path, folder.resolve("backup"));
        published.clear();
        MasterKeyGuard restarted = guard(path);
        assertThat(restarted.passes()).isFalse();
        assertThat(path).doesNotExist();
        assertThat(published).isEmpty();
        assertThat(restarted.health().reason())
                .contains("missing; restore it from a backup")
                .contains(tables.fingerprint().orElseThrow());
        Files.move(backup, path);
        assertThat(restarted.passes()).as("not looked at again at once").isFalse();
        clock.addAndGet(5_000_000_000L);
        assertThat(restarted.passes()).isTrue();
        assertThat(restarted.health().isUp()).isTrue();
        assertThat(published).hasSize(1);
    }

    @Test
    void wrongFileIsRefusedWithBothFingerprints() throws Exception {
        guard.passes();
        published.clear();
        Path other = folder.resolve("other.key");
        String wrong = new MasterKeyFile(other).create().fingerprint();
        Path right = Files.copy(path, folder.resolve("right"), StandardCopyOption.COPY_ATTRIBUTES);
        MasterKeyGuard restarted = guard(other);
        assertThat(restarted.passes()).isFalse();
        assertThat(published).isEmpty();
        assertThat(restarted.health().reason())
                .contains(wrong)
                .contains(tables.fingerprint().orElseThrow())
                .doesNotContain(folder.toString());
        Files.move(right, other, StandardCopyOption.REPLACE_EXISTING);
        clock.addAndGet(5_000_000_000L);
        assertThat(restarted.passes()).isTrue();
    }

    @Test
    void readableFileIsRefused() throws Exception {
        new MasterKeyFile(path).create();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(guard.passes()).isFalse();
        assertThat(guard.health().reason()).contains("other accounts");
        assertThat(tables.fingerprint()).isEmpty();
    }

    @Test
    void dataKeyOfAnotherMasterKeyIsRefused() throws Exception {
        guard.passes();
        published.get(0).encrypt(EncryptionContext.of("t", "c", 1), new byte[1]);
        Sql.execute(POSTGRES.dataSource(), "update data_key set wrapped = set_byte(wrapped, 20, 0) where id > 0");
        Sql.execute(POSTGRES.dataSource(), "update data_key set wrapped = set_byte(wrapped, 21, 1) where id > 0");
        MasterKeyGuard restarted = guard(path);
        assertThat(restarted.passes()).isFalse();
        assertThat(restarted.health().reason()).contains("data key");
    }

    @Test
    void twoNodesAtOnceWithOneFileBothPass() throws Exception {
        assertThat(together(guard(path), guard(path))).containsExactly(true, true);
    }

    @Test
    void twoNodesAtOnceWithTwoFilesDoNotBothPass() throws Exception {
        MasterKeyGuard first = guard(folder.resolve("first.key"));
        MasterKeyGuard second = guard(folder.resolve("second.key"));
        assertThat(together(first, second)).containsExactlyInAnyOrder(true, false);
        MasterKeyGuard loser = first.health().isUp() ? second : first;
        // which of the two messages depends on whether the loser had made its file before it saw the fingerprint
        assertThat(loser.health().reason())
                .contains("this database was encrypted with")
                .contains(tables.fingerprint().orElseThrow());
    }

    @Test
    void resetTakesTheServiceBack() {
        guard.passes();
        guard.reset();
        assertThat(published).isEmpty();
        assertThat(guard.health().isUp()).isFalse();
        assertThat(guard.passes()).isTrue();
    }

    private MasterKeyGuard guard(Path file) {
        return new MasterKeyGuard(file, () -> POSTGRES.dataSource().getConnection(), this::publish, clock::get);
    }

    private synchronized Runnable publish(Encryption encryption) {
        published.add(encryption);
        return () -> published.remove(encryption);
    }

    private static List<Boolean> together(MasterKeyGuard... guards) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(guards.length);
        ExecutorService threads = Executors.newFixedThreadPool(guards.length);
        List<Future<Boolean>> running = new ArrayList<>();
        for (MasterKeyGuard guard : guards) {
            running.add(threads.submit(() -> {
                barrier.await();
                return guard.passes();
            }));
        }
        List<Boolean> passed = new ArrayList<>();
        for (Future<Boolean> one : running) {
            passed.add(one.get());
        }
        threads.shutdownNow();
        return passed;
    }
}
