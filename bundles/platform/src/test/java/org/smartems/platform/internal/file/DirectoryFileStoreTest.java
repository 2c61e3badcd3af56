// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.platform.file.FileStore;
import org.smartems.platform.file.StoredFile;
import org.smartems.platform.internal.Together;

class DirectoryFileStoreTest {

    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path parent;

    private Path directory;
    private DirectoryFileStore store;

    @BeforeEach
    void open() throws IOException {
        directory = parent.resolve("files");
        store = reopened();
    }

    private DirectoryFileStore reopened() throws IOException {
        return new DirectoryFileStore(directory, part -> FileChannel.open(part, StandardOpenOption.WRITE));
    }

    @Test
    void keepsAContentByItsChecksum() throws IOException {
        StoredFile stored = store.store(content("abc"));

        assertThat(stored).isEqualTo(new StoredFile(SHA256_OF_ABC, "900150983cd24fb0d6963f7d28e17f72", 3));
        assertThat(read(SHA256_OF_ABC, 1, 2)).isEqualTo("bc");
        assertThat(names()).containsExactly(SHA256_OF_ABC);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void keepsEqualContentsOnce() throws IOException {
        store.store(content("abc"));
        assertThat(store.store(content("abc")).sha256()).isEqualTo(SHA256_OF_ABC);
        assertThat(names()).hasSize(1);
    }

    @Test
    void keepsAnEmptyContent() throws IOException {
        StoredFile stored = store.store(content(""));
        assertThat(stored.size()).isZero();
        assertThat(store.open(stored.sha256()).size()).isZero();
    }

    @Test
    void keepsNothingOfWhatEndsEarly() {
        InputStream broken = new InputStream() {
            private int left = 200_000;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    throw new IOException("connection reset");
                }
                left--;
                return 'x';
            }
        };
        assertThatThrownBy(() -> store.store(broken)).hasMessageContaining("connection reset");
        assertThat(names()).isEmpty();
    }

    @Test
    void readsADeletedFileToItsEnd() throws IOException {
        store.store(content("abc"));
        try (FileChannel opened = store.open(SHA256_OF_ABC)) {
            store.delete(SHA256_OF_ABC);
            assertThat(opened.size()).isEqualTo(3);
        }
        assertThatThrownBy(() -> store.open(SHA256_OF_ABC)).isInstanceOf(NoSuchFileException.class);
        store.delete(SHA256_OF_ABC);
    }

    @Test
    void opensNothingButChecksums() throws IOException {
        Files.writeString(parent.resolve("secret"), "x");
        for (String name : List.of("../secret", "", ".", SHA256_OF_ABC.toUpperCase(java.util.Locale.ROOT), "a\0b")) {
            assertThatThrownBy(() -> store.open(name)).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> store.delete(name)).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void removesWhatWasNeverFinishedWhenItStarts() throws IOException {
        store.store(content("abc"));
        Files.createFile(directory.resolve("old.part"));
        reopened();
        assertThat(names()).containsExactly(SHA256_OF_ABC);
    }

    @Test
    void leavesAloneWhatIsBeingWritten() throws IOException {
        List<String> during = new ArrayList<>();
        StoredFile stored = store.store(new SequenceInputStream(content("ab"), new InputStream() {
            private boolean ended;

            @Override
            public int read() throws IOException {
                if (ended) {
                    return -1;
                }
                reopened();
                during.addAll(names());
                ended = true;
                return 'c';
            }
        }));
        assertThat(during).singleElement().asString().endsWith(".part");
        assertThat(stored.sha256()).isEqualTo(SHA256_OF_ABC);
        assertThat(names()).containsExactly(SHA256_OF_ABC);
    }

    @Test
    void keepsNothingOfWhatFindsNoRoom() throws IOException {
        // the system's device that is always full
        DirectoryFileStore full = new DirectoryFileStore(
                directory, part -> FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE));
        assertThatThrownBy(() -> full.store(content("abc")))
                .isInstanceOf(FileStore.FullException.class)
                .hasMessage("The disk is full");
        assertThat(names()).isEmpty();
    }

    @Test
    void saysWhatElseTheDiskHas() throws IOException {
        DirectoryFileStore broken = new DirectoryFileStore(directory, part -> {
            throw new IOException("Input/output error");
        });
        assertThatThrownBy(() -> broken.store(content("abc")))
                .isNotInstanceOf(FileStore.FullException.class)
                .hasMessage("Input/output error");
        assertThat(names()).isEmpty();
    }

    @Test
    void closesADirectoryThatWasOpenToOthers() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        reopened();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        StoredFile stored = store.store(content("abc"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(stored.sha256()))))
                .isEqualTo("rw-------");
    }

    @Test
    void survivesThatManyStoreTheSame() throws Exception {
        Together.Outcome<StoredFile> outcome = Together.run(8, thread -> () -> store.store(content("abc")));
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.results()).allMatch(stored -> stored.sha256().equals(SHA256_OF_ABC));
        assertThat(names()).containsExactly(SHA256_OF_ABC);
    }

    private String read(String sha256, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try (FileChannel opened = store.open(sha256)) {
            opened.read(buffer, position);
        }
        return new String(buffer.array(), UTF_8);
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
