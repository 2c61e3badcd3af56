// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.platform.file.NewUpload;
import org.smartems.platform.file.Piece;
import org.smartems.platform.file.StoredFile;
import org.smartems.platform.file.Upload;
import org.smartems.platform.file.UploadRefused.Reason;
import org.smartems.platform.file.UploadState;

class UploadServiceTest extends UploadFixture {

    private static final StoredFile ABC = new StoredFile(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "900150983cd24fb0d6963f7d28e17f72", 3);

    @Test
    void takesAFilePieceByPiece() throws Exception {
        UploadState created = uploads.create(user, announced(3));
        assertThat(created.offset()).isZero();
        assertThat(created.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        assertThat(uploads.append(user, created.token(), piece(0, "a")).offset())
                .isEqualTo(1);
        assertThat(uploads.state(user, created.token()))
                .isEqualTo(new UploadState(
                        created.token(),
                        OptionalLong.of(3),
                        1,
                        false,
                        Optional.empty(),
                        "filename ZncuYmlu",
                        created.expiresAt()));
        assertThat(uploads.append(user, created.token(), piece(1, "bc")).offset())
                .isEqualTo(3);

        Upload taken = take(created.token()).orElseThrow();

        assertThat(taken).isEqualTo(new Upload("fw.bin", ABC));
        assertThat(content(taken)).isEqualTo("abc");
    }

    @Test
    void nobodyElseOnTheMachineReadsIt() throws Exception {
        Upload taken = take(begun(3, "abc")).orElseThrow();
        for (Path file : List.of(files().get(0), directory.resolve(taken.file().sha256()))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void tokensCannotBeGuessedAndAreNotInTheDatabase() throws Exception {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < AT_ONCE; i++) {
            tokens.add(uploads.create(user, announced(1)).token());
        }
        assertThat(tokens).hasSize(AT_ONCE).allMatch(token -> token.matches("[A-Za-z0-9_-]{22}"));
        for (String token : tokens) {
            assertThat(text("select count(*) from platform_upload u where u::text like '%" + token + "%'"))
                    .isEqualTo("0");
            assertThat(files().toString()).doesNotContain(token);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "../../etc/passwd", "aaaaaaaaaaaaaaaaaaaaaa", "%00", "aaaaaaaaaaaaaaaaaaaaa/"})
    void nothingButATokenIsOne(String token) throws Exception {
        assertRefused(Reason.NOT_FOUND, () -> uploads.state(user, token));
        assertRefused(Reason.NOT_FOUND, () -> uploads.append(user, token, piece(0, "x")));
        assertRefused(Reason.NOT_FOUND, () -> uploads.terminate(user, token));
        assertThat(take(token)).isEmpty();
    }

    @Test
    void anotherUserHasNoUseOfIt() throws Exception {
        String token = begun(3, "abc");
        assertRefused(Reason.NOT_FOUND, () -> uploads.state(other, token));
        assertRefused(Reason.NOT_FOUND, () -> uploads.append(other, token, piece(3, "")));
        assertRefused(Reason.NOT_FOUND, () -> uploads.terminate(other, token));
        assertThat(transactions.<Optional<Upload>, Exception>call(() -> uploads.take(other, token, "firmware")))
                .isEmpty();
        assertThat(take(token)).isPresent();
    }

    @Test
    void isUsedOnceAndForItsPurpose() throws Exception {
        String token = begun(3, "abc");
        assertThat(transactions.<Optional<Upload>, Exception>call(() -> uploads.take(user, token, "import")))
                .isEmpty();
        assertThat(take(token)).isPresent();
        assertThat(take(token)).isEmpty();
        assertRefused(Reason.NOT_FOUND, () -> uploads.state(user, token));
    }

    @Test
    void withoutAPurposeIsGoodForTheFirstUse() throws Exception {
        NewUpload any = new NewUpload(OptionalLong.of(0), false, Optional.empty(), "", "");
        String token = uploads.create(user, any).token();
        assertThat(transactions.<Optional<Upload>, Exception>call(() -> uploads.take(user, token, "import")))
                .isPresent();
        assertThat(take(token)).isEmpty();
    }

    @Test
    void canBeUsedAgainAfterARollback() throws Exception {
        String token = begun(3, "abc");
        assertThatThrownBy(() -> transactions.run(() -> {
                    assertThat(uploads.take(user, token, "firmware")).isPresent();
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        assertThat(content(take(token).orElseThrow())).isEqualTo("abc");
    }

    @Test
    void anUnfinishedOneIsNotUsed() throws Exception {
        assertThat(take(begun(3, "ab"))).isEmpty();
        assertThat(take(finishedPart("abc"))).isEmpty();
    }

    @Test
    void anEmptyOneIsCompleteAtOnce() throws Exception {
        String token = uploads.create(user, announced(0)).token();
        assertThat(take(token).orElseThrow().file().size()).isZero();
    }

    @Test
    void aPieceElsewhereChangesNothing() throws Exception {
        String token = begun(3, "ab");
        assertRefused(Reason.WRONG_OFFSET, () -> uploads.append(user, token, piece(1, "bc")));
        assertRefused(Reason.WRONG_OFFSET, () -> uploads.append(user, token, piece(3, "")));
        assertThat(uploads.state(user, token).offset()).isEqualTo(2);
        assertThat(uploads.append(user, token, piece(2, "")).offset()).isEqualTo(2);
    }

    @Test
    void becomesNoLongerThanAnnounced() throws Exception {
        String token = begun(3, "ab");
        assertRefused(Reason.TOO_LARGE, () -> uploads.append(user, token, piece(2, "cd")));
        assertRefused(
                Reason.TOO_LARGE,
                () -> uploads.append(user, token, streamed(2, new ByteArrayInputStream(new byte[2]))));
        assertThat(uploads.state(user, token).offset()).isEqualTo(2);
        assertThat(files()).singleElement().satisfies(file -> assertThat(file).hasSize(2));
        uploads.append(user, token, piece(2, "c"));
        assertThat(take(token).orElseThrow().file()).isEqualTo(ABC);
    }

    @Test
    void becomesNoLongerThanAllowed() throws Exception {
        assertRefused(Reason.TOO_LARGE, () -> uploads.create(user, announced(MOST + 1)));
        String token = uploads.create(user, deferred()).token();
        assertRefused(
                Reason.TOO_LARGE,
                () -> uploads.append(user, token, streamed(0, new ByteArrayInputStream(new byte[(int) MOST + 1]))));
        assertRefused(Reason.TOO_LARGE, () -> uploads.append(user, token, told(0, "", MOST + 1)));
        assertThat(files()).hasSize(1);
    }

    private static Piece told(long offset, String content, long length) {
        Piece piece = piece(offset, content);
        return new Piece(offset, OptionalLong.of(length), piece.size(), piece.checksum(), piece.body());
    }

    @Test
    void theLengthMayBeToldLater() throws Exception {
        String token = uploads.create(user, deferred()).token();
        uploads.append(user, token, piece(0, "ab"));
        assertThat(uploads.state(user, token).length()).isEmpty();
        assertRefused(Reason.INVALID, () -> uploads.append(user, token, told(2, "", 1)));
        assertThat(uploads.append(user, token, told(2, "", 3)).length()).hasValue(3);
        assertRefused(Reason.INVALID, () -> uploads.append(user, token, told(2, "c", 4)));
        uploads.append(user, token, told(2, "c", 3));
        assertThat(take(token).orElseThrow().file()).isEqualTo(ABC);
    }

    @Test
    void theLengthMayBeToldAtTheEnd() throws Exception {
        String token = uploads.create(user, deferred()).token();
        uploads.append(user, token, piece(0, "abc"));
        uploads.append(user, token, told(3, "", 3));
        assertThat(take(token).orElseThrow().file()).isEqualTo(ABC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-1", "SHA-256", "MD5"})
    void aPieceThatIsNotWhatItsChecksumSaysIsNotKept(String algorithm) throws Exception {
        String token = begun(3, "a");
        assertRefused(Reason.CHECKSUM, () -> uploads.append(user, token, checked(piece(1, "xy"), algorithm, "bc")));
        assertThat(uploads.state(user, token).offset()).isEqualTo(1);
        uploads.append(user, token, checked(piece(1, "bc"), algorithm, "bc"));
        assertThat(take(token).orElseThrow().file()).isEqualTo(ABC);
    }

    @Test
    void isGoneWhenItWasEnded() throws Exception {
        String token = begun(3, "ab");
        uploads.terminate(user, token);
        assertRefused(Reason.NOT_FOUND, () -> uploads.state(user, token));
        assertThat(files()).isEmpty();
    }

    @Test
    void isOverAfterItsTime() throws Exception {
        String token = begun(3, "abc");
        clock.advance(Duration.ofHours(24));
        assertRefused(Reason.EXPIRED, () -> uploads.state(user, token));
        assertRefused(Reason.EXPIRED, () -> uploads.append(user, token, piece(3, "")));
        assertThat(take(token)).isEmpty();
    }

    @Test
    void aUserHasOnlySoMuchOnTheWay() throws Exception {
        uploads.create(user, announced(MOST));
        uploads.create(user, deferred());
        assertRefused(Reason.QUOTA, () -> uploads.create(user, announced(QUOTA - 2 * MOST + 1)));
        uploads.create(other, announced(MOST));
        uploads.create(user, announced(QUOTA - 2 * MOST));
        uploads.create(user, announced(0));
        uploads.create(user, announced(0));
        assertRefused(Reason.TOO_MANY, () -> uploads.create(user, announced(0)));
        assertThat(files()).hasSize(AT_ONCE + 1);
        clock.advance(Duration.ofHours(24));
        uploads.create(user, announced(MOST));
    }

    @Test
    void partsBecomeOne() throws Exception {
        String first = finishedPart("a");
        String second = finishedPart("bc");

        UploadState joined = uploads.join(user, announced(0), List.of(first, second), "final;/x/1 /x/2");

        assertThat(joined.length()).hasValue(3);
        assertThat(joined.offset()).isEqualTo(3);
        assertThat(joined.parts()).hasValue("final;/x/1 /x/2");
        assertRefused(Reason.NOT_FOUND, () -> uploads.state(user, first));
        assertRefused(Reason.JOINED, () -> uploads.append(user, joined.token(), piece(3, "")));
        assertThat(files()).hasSize(1);
        assertThat(take(joined.token()).orElseThrow()).isEqualTo(new Upload("fw.bin", ABC));
    }

    @Test
    void onlyOwnFinishedPartsAreJoined() throws Exception {
        String mine = finishedPart("a");
        String theirs = uploads.create(other, part(0)).token();
        String unfinished = uploads.create(user, part(1)).token();
        String whole = begun(1, "a");
        assertRefused(Reason.INVALID, () -> uploads.join(user, announced(0), List.of(mine, theirs), ""));
        assertRefused(Reason.WRONG_OFFSET, () -> uploads.join(user, announced(0), List.of(mine, unfinished), ""));
        assertRefused(Reason.INVALID, () -> uploads.join(user, announced(0), List.of(mine, whole), ""));
        assertRefused(Reason.INVALID, () -> uploads.join(user, announced(0), List.of(mine, mine), ""));
        assertRefused(Reason.INVALID, () -> uploads.join(user, announced(0), List.of("../x"), ""));
        assertThat(uploads.state(user, mine).offset()).isEqualTo(1);
    }

    @Test
    void partsTogetherAreNoLongerThanAllowed() throws Exception {
        String first = finishedPart("a".repeat((int) MOST));
        String second = finishedPart("b");
        assertRefused(Reason.TOO_LARGE, () -> uploads.join(user, announced(0), List.of(first, second), ""));
        assertThat(uploads.state(user, first).offset()).isEqualTo(MOST);
    }
}
