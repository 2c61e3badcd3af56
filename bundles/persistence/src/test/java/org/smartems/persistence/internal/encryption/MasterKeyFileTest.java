// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyFileTest {

    @TempDir
    Path folder;

    private Path path;
    private MasterKeyFile file;

    @BeforeEach
    void inAnEmptyFolder() {
        path = folder.resolve("master.key");
        file = new MasterKeyFile(path);
    }

    @Test
    void makesAKeyForTheOwnerAlone() throws Exception {
        assertThat(file.read()).isEmpty();
        MasterKey made = file.create();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(path))
                .singleElement()
                .satisfies(line -> assertThat(Base64.getDecoder().decode(line)).hasSize(32));
        assertThat(file.read().orElseThrow().fingerprint())
                .isEqualTo(made.fingerprint())
                .matches("[0-9a-f]{16}");
        assertThat(Files.list(folder)).containsExactly(path);
    }

    @Test
    void neverReplacesAKey() throws Exception {
        String first = file.create().fingerprint();
        assertThat(file.create().fingerprint()).isEqualTo(first);
    }

    @Test
    void nodesWithOneFolderGetOneKey() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Set<String> fingerprints = new HashSet<>();
        for (Future<String> made : threads.invokeAll(IntStream.range(0, 8)
                .mapToObj(i -> (java.util.concurrent.Callable<String>)
                        () -> new MasterKeyFile(path).create().fingerprint())
                .toList())) {
            fingerprints.add(made.get());
        }
        threads.shutdownNow();
        assertThat(fingerprints).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
    void refusesAFileThatOthersCanUse(String mode) throws Exception {
        file.create();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        assertThatThrownBy(file::read)
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining(mode)
                .hasMessageContaining("chmod 600 " + path);
    }

    @Test
    void acceptsAFileThatOnlyTheOwnerCanRead() throws Exception {
        file.create();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--------"));
        assertThat(file.read()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "not base64!", "c2hvcnQ=", "äöü", "AAAA\nAAAA"})
    void refusesAMalformedFile(String content) throws Exception {
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(path, content);
        assertThatThrownBy(file::read)
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("malformed")
                .hasMessageContaining("backup");
    }

    @Test
    void refusesAFolder() throws Exception {
        Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertThatThrownBy(file::read).isInstanceOf(KeyRefused.class).hasMessageContaining("cannot be read");
    }

    @Test
    void saysWhyAKeyCannotBeMade() {
        MasterKeyFile nowhere = new MasterKeyFile(folder.resolve("missing/master.key"));
        assertThatThrownBy(nowhere::create).isInstanceOf(KeyRefused.class).hasMessageContaining("cannot be created");
    }
}
