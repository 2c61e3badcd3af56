// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.platform.file.NewUpload;
import org.smartems.platform.file.Piece;
import org.smartems.platform.file.Upload;
import org.smartems.platform.file.UploadRefused;
import org.smartems.platform.file.UploadRefused.Reason;
import org.smartems.platform.internal.DatabaseFixture;

/** Uploads in the database and a directory. */
abstract class UploadFixture extends DatabaseFixture {

    static final long MOST = 1000;
    static final long QUOTA = 2500;
    static final int AT_ONCE = 5;

    @TempDir
    Path directory;

    long user;
    long other;
    DirectoryFileStore store;
    UploadService uploads;

    @BeforeEach
    void users() throws Exception {
        user = addUser("uploader");
        other = addUser("somebody");
        store = new DirectoryFileStore(directory, part -> FileChannel.open(part, StandardOpenOption.WRITE));
        uploads = node(FileChannel::open);
    }

    /** One of several nodes that share database and directory. */
    UploadService node(UploadFiles.Opening opening) throws IOException {
        return new UploadService(
                transactions,
                new UploadRows(transactions),
                new UploadFiles(directory, opening),
                store,
                new Limits(),
                clock);
    }

    static NewUpload announced(long length) {
        return new NewUpload(OptionalLong.of(length), false, Optional.of("firmware"), "fw.bin", "filename ZncuYmlu");
    }

    static NewUpload deferred() {
        return new NewUpload(OptionalLong.empty(), false, Optional.empty(), "", "");
    }

    static NewUpload part(long length) {
        return new NewUpload(OptionalLong.of(length), true, Optional.empty(), "", "");
    }

    static Piece piece(long offset, String content) {
        byte[] bytes = content.getBytes(UTF_8);
        return new Piece(
                offset,
                OptionalLong.empty(),
                OptionalLong.of(bytes.length),
                Optional.empty(),
                () -> new ByteArrayInputStream(bytes));
    }

    static Piece streamed(long offset, InputStream content) {
        return new Piece(offset, OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), () -> content);
    }

    static Piece checked(Piece piece, String algorithm, String content) throws Exception {
        byte[] digest = MessageDigest.getInstance(algorithm).digest(content.getBytes(UTF_8));
        return new Piece(
                piece.offset(),
                piece.length(),
                piece.size(),
                Optional.of(new Piece.Checksum(algorithm, Base64.getEncoder().encodeToString(digest))),
                piece.body());
    }

    /** A line that breaks after this much. */
    static InputStream broken(String content) {
        InputStream bytes = new ByteArrayInputStream(content.getBytes(UTF_8));
        return new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = bytes.read(buffer, offset, Math.min(length, 2));
                if (read < 0) {
                    throw new IOException("the line is broken");
                }
                return read;
            }
        };
    }

    String begun(long length, String content) throws IOException {
        String token = uploads.create(user, announced(length)).token();
        uploads.append(user, token, piece(0, content));
        return token;
    }

    String finishedPart(String content) throws IOException {
        String token = uploads.create(user, part(content.length())).token();
        uploads.append(user, token, piece(0, content));
        return token;
    }

    Optional<Upload> take(String token) throws IOException {
        return transactions.call(() -> uploads.take(user, token, "firmware"));
    }

    String content(Upload upload) throws IOException {
        try (FileChannel file = store.open(upload.file().sha256());
                InputStream in = Channels.newInputStream(file)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("uploads"))) {
            return files.toList();
        }
    }

    static void assertRefused(Reason reason, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(UploadRefused.class, refusal -> assertThat(refusal.reason())
                .isEqualTo(reason));
    }

    private static final class Limits implements FilesConfiguration {

        @Override
        public Class<? extends Annotation> annotationType() {
            return FilesConfiguration.class;
        }

        @Override
        public String directory() {
            return "";
        }

        @Override
        public long uploadBytes() {
            return MOST;
        }

        @Override
        public long uploadQuotaBytes() {
            return QUOTA;
        }

        @Override
        public int uploadsPerUser() {
            return AT_ONCE;
        }

        @Override
        public int uploadHours() {
            return 24;
        }
    }
}
