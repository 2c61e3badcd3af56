// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.internal.Together;

class FirstAdministratorTest extends DatabaseFixture {

    @TempDir
    Path folder;

    private UserParts node;

    @BeforeEach
    void create() {
        node = node(folder);
    }

    @Test
    void isMadeWithARandomPasswordInAFileForTheOwnerOnly() throws Exception {
        assertThat(node.firstAdministrator.ensure()).isTrue();
        assertThat(files(folder)).containsExactly("initial-admin-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(folder))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file(folder))).matches("([a-zA-Z2-9]{5}-){3}[a-zA-Z2-9]{5}\n");
        assertThat(PasswordHash.matches(password(folder), stored())).isTrue();
        assertThat(text("select username || enabled || role_admin || role_smartems from platform_user"))
                .isEqualTo("admintruetruefalse");
    }

    @Test
    void isMadeOnce() throws Exception {
        node.firstAdministrator.ensure();
        String password = password(folder);
        assertThat(node.firstAdministrator.ensure()).isFalse();
        assertThat(password(folder)).isEqualTo(password);
        assertThat(users()).isEqualTo("1");
    }

    @Test
    void isNotMadeWhenThereIsAnyUser() throws Exception {
        addUser("anna");
        assertThat(node.firstAdministrator.ensure()).isFalse();
        assertThat(files(folder)).isEmpty();
        assertThat(users()).isEqualTo("1");
    }

    @Test
    void twoNodesAtOnceMakeOneAndOnlyTheFileOfTheWinnerRemains() throws Exception {
        Path[] folders = {Files.createDirectory(folder.resolve("a")), Files.createDirectory(folder.resolve("b"))};
        List<UserParts> nodes = List.of(node(folders[0]), node(folders[1]));
        Together.Outcome<Boolean> outcome =
                Together.run(2, i -> () -> nodes.get(i).firstAdministrator.ensure());
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.results()).containsExactlyInAnyOrder(true, false);
        int winner = outcome.results().indexOf(true);
        assertThat(users()).isEqualTo("1");
        assertThat(PasswordHash.matches(password(folders[winner]), stored())).isTrue();
        assertThat(files(folders[1 - winner])).isEmpty();
    }

    @Test
    void isNotMadeWhenTheFileCannotBeWritten() throws Exception {
        Path missing = folder.resolve("missing");
        UserParts failing = node(missing);
        assertThatThrownBy(failing.firstAdministrator::ensure).isInstanceOf(IOException.class);
        assertThat(users()).isEqualTo("0");
        Files.createDirectory(missing);
        assertThat(failing.firstAdministrator.ensure()).isTrue();
        assertThat(PasswordHash.matches(password(missing), stored())).isTrue();
    }

    @Test
    void leavesNoPasswordBehindWhenTheFileCannotBePutInPlace() throws Exception {
        Files.createDirectories(file(folder).resolve("in the way"));
        assertThatThrownBy(node.firstAdministrator::ensure).isInstanceOf(IOException.class);
        assertThat(users()).isEqualTo("0");
        assertThat(files(folder)).containsExactly("initial-admin-password");
    }

    @Test
    void leavesNoFileWhenTheCommitFails() throws Exception {
        sql("create function refuse() returns trigger language plpgsql as 'begin raise exception ''refused''; end';"
                + " create constraint trigger refuse after insert on platform_user deferrable initially deferred"
                + " for each row execute function refuse()");
        try {
            assertThatThrownBy(node.firstAdministrator::ensure).isInstanceOf(RuntimeException.class);
        } finally {
            sql("drop function refuse cascade");
        }
        assertThat(files(folder)).isEmpty();
        assertThat(users()).isEqualTo("0");
    }

    @Test
    void replacesTheFileThatACrashLeft() throws Exception {
        Files.writeString(file(folder), "of a crash");
        assertThat(node.firstAdministrator.ensure()).isTrue();
        assertThat(PasswordHash.matches(password(folder), stored())).isTrue();
    }

    @Test
    void removesAFileWhosePasswordIsNoLongerTheOne() throws Exception {
        node.firstAdministrator.ensure();
        node.firstAdministrator.ensure();
        assertThat(files(folder)).containsExactly("initial-admin-password");
        sql("update platform_user set password_hash = '" + PasswordHash.of("of another node") + "'");
        node.firstAdministrator.ensure();
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void fileGoesWhenThePasswordIsChanged() throws Exception {
        node.firstAdministrator.ensure();
        node.passwords.choose(adminId(), new NewPassword("new password", "new password"), user -> user);
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void fileGoesWhenThePasswordIsReset() throws Exception {
        node.firstAdministrator.ensure();
        node.service.resetPassword("admin");
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void fileStaysWhenSomebodyElseChangesAPassword() throws Exception {
        node.firstAdministrator.ensure();
        long anna = addUser("anna");
        node.passwords.choose(anna, new NewPassword("new password", "new password"), user -> user);
        node.service.resetPassword("anna");
        assertThat(files(folder)).containsExactly("initial-admin-password");
    }

    @Test
    void fileStaysWhenTheChangeIsRolledBack() throws Exception {
        node.firstAdministrator.ensure();
        NewPassword next = new NewPassword("new password", "new password");
        assertThatThrownBy(() -> node.passwords.choose(adminId(), next, user -> {
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(PasswordHash.matches(password(folder), stored())).isTrue();
    }

    private UserParts node(Path data) {
        return new UserParts(transactions, unit, data, clock);
    }

    private static Path file(Path data) {
        return data.resolve("initial-admin-password");
    }

    private static String password(Path data) throws IOException {
        return Files.readString(file(data)).trim();
    }

    private static List<String> files(Path data) throws IOException {
        try (Stream<Path> found = Files.list(data)) {
            return found.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String stored() throws SQLException {
        return text("select password_hash from platform_user where username = 'admin'");
    }

    private static long adminId() throws SQLException {
        return Long.parseLong(text("select id from platform_user where username = 'admin'"));
    }

    private static String users() throws SQLException {
        return text("select count(*) from platform_user");
    }
}
