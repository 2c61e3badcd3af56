// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.platform.file.UploadRefused.Reason;
import org.smartems.platform.internal.Together;

/** Lines break, servers end, disks fill, and others want the same at once. */
class UploadInterruptionTest extends UploadFixture {

    private final ExecutorService background = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        background.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void goesOnWhereTheLineBroke(int after) throws Exception {
        String token = uploads.create(user, announced(5)).token();
        assertThatThrownBy(() -> uploads.append(user, token, streamed(0, broken("abcde".substring(0, after)))))
                .hasMessage("the line is broken");
        assertThat(uploads.state(user, token).offset()).isEqualTo(after);
        uploads.append(user, token, piece(after, "abcde".substring(after)));
        assertThat(content(take(token).orElseThrow())).isEqualTo("abcde");
    }

    @Test
    void withAChecksumABrokenPieceIsNotKept() throws Exception {
        String token = uploads.create(user, announced(5)).token();
        assertThatThrownBy(() -> uploads.append(user, token, checked(streamed(0, broken("abc")), "SHA-1", "abcde")))
                .hasMessage("the line is broken");
        assertThat(uploads.state(user, token).offset()).isZero();
        assertThat(files()).singleElement().satisfies(file -> assertThat(file).isEmptyFile());
    }

    @Test
    void whatAKilledServerHadNotRecordedIsSentAgain() throws Exception {
        String token = begun(5, "ab");
        Files.writeString(files().get(0), "unrecorded and longer", StandardOpenOption.APPEND);
        uploads.append(user, token, piece(2, "cde"));
        assertThat(content(take(token).orElseThrow())).isEqualTo("abcde");
    }

    @Test
    void anyNodeGoesOn() throws Exception {
        String token = begun(5, "ab");
        node(FileChannel::open).append(user, token, piece(2, "cd"));
        uploads.append(user, token, piece(4, "e"));
        assertThat(content(take(token).orElseThrow())).isEqualTo("abcde");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onlyOneWorksOnAnUpload(boolean otherNode) throws Exception {
        UploadService second = otherNode ? node(FileChannel::open) : uploads;
        String token = begun(5, "ab");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<?> first = background.submit(() -> uploads.append(
                user,
                token,
                streamed(2, waiting(begun, go, piece(2, "cde").body().open()))));
        begun.await();
        assertRefused(Reason.LOCKED, () -> second.append(user, token, piece(2, "xyz")));
        assertRefused(Reason.LOCKED, () -> second.terminate(user, token));
        assertThat(second.state(user, token).offset()).isEqualTo(2);
        go.countDown();
        first.get();
        assertRefused(Reason.WRONG_OFFSET, () -> second.append(user, token, piece(2, "xyz")));
        assertThat(content(take(token).orElseThrow())).isEqualTo("abcde");
    }

    private static InputStream waiting(CountDownLatch begun, CountDownLatch go, InputStream content) {
        return new FilterInputStream(content) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                begun.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return super.read(buffer, offset, length);
            }
        };
    }

    @Test
    void ofManyAtOnceOneAppends() throws Exception {
        String token = uploads.create(user, announced(3)).token();
        Together.Outcome<Long> outcome = Together.run(8, thread -> (Callable<Long>)
                () -> uploads.append(user, token, piece(0, "abc")).offset());
        assertThat(outcome.results()).containsExactly(3L);
        assertThat(content(take(token).orElseThrow())).isEqualTo("abc");
    }

    @Test
    void ofManyAtOnceOneUses() throws Exception {
        String token = begun(3, "abc");
        Together.Outcome<Boolean> outcome =
                Together.run(4, thread -> (Callable<Boolean>) () -> take(token).isPresent());
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.results()).containsOnlyOnce(true);
    }

    @Test
    void theQuotaHoldsForManyAtOnce() throws Exception {
        Together.Outcome<String> outcome = Together.run(6, thread ->
                (Callable<String>) () -> uploads.create(user, announced(MOST)).token());
        assertThat(outcome.results()).hasSize((int) (QUOTA / MOST));
        assertThat(files()).hasSize((int) (QUOTA / MOST));
    }

    @Test
    void aFullDiskLeavesNothingHalf() throws Exception {
        UploadService full = node((file, options) -> new FullChannel(FileChannel.open(file, options), 4));
        String token = begun(6, "ab");
        assertRefused(Reason.NO_ROOM, () -> full.append(user, token, streamed(2, broken("cdefgh"))));
        assertThat(uploads.state(user, token).offset()).isEqualTo(2);
        assertThat(files()).singleElement().satisfies(file -> assertThat(file).hasSize(2));
        uploads.append(user, token, piece(2, "cdef"));
        assertThat(content(take(token).orElseThrow())).isEqualTo("abcdef");
    }

    @Test
    void aFailingDiskIsAFaultOfTheServer() throws Exception {
        UploadService failing = node((file, options) -> {
            FileChannel channel = FileChannel.open(file, options);
            return new FullChannel(channel, 0) {
                @Override
                public int write(ByteBuffer source) throws IOException {
                    throw new IOException("Input/output error");
                }
            };
        });
        String token = begun(3, "ab");
        assertRefused("uploadFailed", () -> failing.append(user, token, piece(2, "c")));
        assertThat(uploads.state(user, token).offset()).isEqualTo(2);
    }

    @Test
    void usedAndExpiredUploadsGoWithTheirFiles() throws Exception {
        UploadCleanup cleanup =
                new UploadCleanup(new UploadRows(transactions), new UploadFiles(directory, FileChannel::open), clock);
        String used = begun(3, "abc");
        var taken = take(used).orElseThrow();
        begun(4, "ab");
        cleanup.run();
        assertThat(files()).hasSize(1);
        assertThat(content(taken)).isEqualTo("abc");
        clock.advance(Duration.ofHours(24));
        cleanup.run();
        assertThat(files()).isEmpty();
        assertThat(text("select count(*) from platform_upload")).isEqualTo("0");
        assertThat(content(taken)).isEqualTo("abc");
    }

    @Test
    void filesWithoutAnUploadGoAfterAWhile() throws Exception {
        UploadCleanup cleanup =
                new UploadCleanup(new UploadRows(transactions), new UploadFiles(directory, FileChannel::open), clock);
        String kept = begun(3, "ab");
        var lost = Files.createFile(directory.resolve("uploads").resolve("0".repeat(64)));
        cleanup.run();
        assertThat(lost).exists();
        for (var file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofHours(2))));
        }
        cleanup.run();
        assertThat(lost).doesNotExist();
        assertThat(uploads.append(user, kept, piece(2, "c")).offset()).isEqualTo(3);
    }

    @Test
    void anUploadWithoutItsFileIsGone() throws Exception {
        String token = begun(3, "ab");
        Files.delete(files().get(0));
        assertRefused(Reason.NOT_FOUND, () -> uploads.append(user, token, piece(2, "c")));
        assertThat(List.copyOf(files())).isEmpty();
    }
}
