// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.user.UserState;

class UserServiceTest extends DatabaseFixture {

    @TempDir
    Path folder;

    private UserParts node;

    @BeforeEach
    void create() {
        node = new UserParts(transactions, unit, folder, clock);
    }

    @Test
    void unlockLiftsALock() throws Exception {
        change(
                addUser("anna"),
                "failed_login_attempts = 3, failed_login_attempts_at = now(),"
                        + " too_many_failed_login_attempts = true");
        node.service.unlock("anna");
        assertThat(text("select failed_login_attempts || ' ' || too_many_failed_login_attempts from platform_user"))
                .isEqualTo("0 false");
        assertThat(text("select author || ' ' || (new_values::jsonb->>'tooManyFailedLoginAttempts')"
                        + " from platform_audit_log_change"))
                .isEqualTo("shell false");
    }

    @Test
    void resetGivesANewPasswordAndEndsEverySession() throws Exception {
        long anna = addUser("anna");
        change(anna, "too_many_failed_login_attempts = true");
        sql("insert into platform_session (id, user_id, stage) values (gen_random_uuid(), " + anna + ", 'FULL')");
        String password = node.service.resetPassword("anna");
        assertThat(PasswordHash.matches(password, text("select password_hash from platform_user")))
                .isTrue();
        assertThat(text("select epoch || ' ' || too_many_failed_login_attempts from platform_user"))
                .isEqualTo("1 false");
        assertThat(text("select count(*) from platform_session where ended_at is null"))
                .isEqualTo("0");
        assertThat(text("select author || ' ' || (new_values::jsonb->>'password') from platform_audit_log_change"))
                .isEqualTo("shell 33b8afee-6b74-4742-a2ae-a47fdfb1ab57");
    }

    @Test
    void makesAnAdministratorAndListsUsers() throws Exception {
        addUser("anna");
        String password = node.service.createAdministrator(" Root ");
        assertThat(PasswordHash.matches(
                        password, text("select password_hash from platform_user where username = 'Root'")))
                .isTrue();
        assertThat(text("select author || ' ' || type from platform_audit_log_change"))
                .isEqualTo("shell create");
        assertThat(node.service.list("", 10)).extracting(UserState::username).containsExactly("Root", "anna");
        assertThat(node.service.list("", 1)).hasSize(1);
        assertThat(node.service.list("ro", 10)).singleElement().satisfies(user -> {
            assertThat(user.administrator()).isTrue();
            assertThat(user.enabled()).isTrue();
            assertThat(user.lastLoginAt()).isEmpty();
        });
        assertThat(node.service.list("%", 10)).isEmpty();
        assertThatThrownBy(() -> node.service.createAdministrator("Root")).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> node.service.createAdministrator(" ")).isInstanceOf(ValidationException.class);
    }

    @Test
    void saysThatANameIsUnknown() {
        assertThatThrownBy(() -> node.service.unlock("nobody"))
                .isInstanceOfSatisfying(PlatformException.class, refusal -> assertThat(refusal.category())
                        .isEqualTo(ErrorCategory.NOT_FOUND));
        assertRefused("userUnknown", () -> node.service.resetPassword("nobody"));
    }

    /** Else a failed login between the two would make the unlock fail. */
    @Test
    void lockingReadsTheRowAnew() throws Exception {
        long anna = addUser("anna");
        transactions.run(() -> {
            UserEntity first = node.store.find("anna").orElseThrow();
            transactions.separately(() -> {
                node.store.lock(anna).orElseThrow().loginFailed(clock.instant(), 1, Duration.ofHours(1));
                return null;
            });
            assertThat(first.isLocked(clock.instant(), Duration.ofHours(1))).isFalse();
            UserEntity locked = node.store.lock(anna).orElseThrow();
            assertThat(locked.isLocked(clock.instant(), Duration.ofHours(1))).isTrue();
            locked.unlock();
        });
        assertThat(text("select failed_login_attempts from platform_user")).isEqualTo("0");
    }
}
