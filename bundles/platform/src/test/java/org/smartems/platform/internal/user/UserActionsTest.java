// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.audit.Author;

class UserActionsTest extends UserAdministrationFixture {

    @Test
    void disablesAndEnables() throws Exception {
        long anna = addUser("anna");
        change(anna, "enabled_expire_at = now() + interval '1 day'");
        session(anna);
        assertDenied("user.alreadyEnabled", () -> administration.enable(author, anna));
        administration.disable(author, anna);
        assertThat(row(anna, "enabled, epoch, coalesce(enabled_expire_at::text, 'never')"))
                .isEqualTo("f 1 never");
        assertThat(openSessions(anna)).isEqualTo("0");
        assertDenied("user.alreadyDisabled", () -> administration.disable(author, anna));
        administration.enable(author, anna);
        assertThat(row(anna, "enabled")).isEqualTo("t");
        change(anna, "enabled_expire_at = now() - interval '1 day'");
        assertDenied("user.alreadyDisabled", () -> administration.disable(author, anna));
        administration.enable(author, anna);
        assertThat(row(anna, "coalesce(enabled_expire_at::text, 'never')")).isEqualTo("never");
    }

    @Test
    void givesAnotherPassword() throws Exception {
        long anna = addUser("anna");
        session(anna);
        String changedAt = row(anna, "password_changed_at");
        administration.changePassword(author, anna, GIVEN);
        assertThat(PasswordHash.matches(GIVEN.password(), row(anna, "password_hash")))
                .isTrue();
        assertThat(row(anna, "password_changed_at, epoch")).isEqualTo(changedAt + " 1");
        assertThat(openSessions(anna)).isEqualTo("0");
        assertDenied("user.currentlyLoggedIn", () -> administration.changePassword(author, root, GIVEN));
        assertThat(text("select count(*) from platform_password_history")).isEqualTo("0");
        assertThat(text("select new_values::jsonb->>'password' from platform_audit_log_change"))
                .isEqualTo("33b8afee-6b74-4742-a2ae-a47fdfb1ab57");
    }

    @Test
    void liftsALock() throws Exception {
        long anna = addUser("anna");
        assertDenied("user.tooManyFailedLoginAttemptsFalse", () -> administration.resetLoginAttempts(author, anna));
        change(anna, "too_many_failed_login_attempts = true, failed_login_attempts = 3");
        administration.resetLoginAttempts(author, anna);
        assertThat(row(anna, "too_many_failed_login_attempts, failed_login_attempts"))
                .isEqualTo("f 0");
        configure("failed_login_attempts_enabled = false");
        assertDenied("user.failedLoginAttemptsDisabled", () -> administration.resetLoginAttempts(author, anna));
    }

    @Test
    void forgetsTheSecretOfOneTimePasswords() throws Exception {
        long anna = addUser("anna");
        assertDenied("user.totpDisabled", () -> administration.resetTotpSecret(author, anna));
        configure("totp_enabled = true");
        assertDenied("user.totpSecretEmpty", () -> administration.resetTotpSecret(author, anna));
        change(anna, "totp_secret = '\\x01'");
        administration.resetTotpSecret(author, anna);
        assertThat(row(anna, "totp_secret is null, epoch")).isEqualTo("t 1");
    }

    @Test
    void usersOfOtherSourcesAreReadOnly() throws Exception {
        long anna = addUser("anna");
        change(anna, "radius_user = true, too_many_failed_login_attempts = true, totp_secret = '\\x01'");
        configure("totp_enabled = true");
        List<Runnable> all = List.of(
                () -> administration.edit(author, anna, operator("anna")),
                () -> administration.disable(author, anna),
                () -> administration.changePassword(author, anna, GIVEN),
                () -> administration.resetLoginAttempts(author, anna),
                () -> administration.resetTotpSecret(author, anna));
        all.forEach(work -> assertDenied("user.notAvailableForRadiusUser", work));
        change(anna, "radius_user = false, sso_user = true");
        all.forEach(work -> assertDenied("user.notAvailableForSsoUser", work));
        administration.delete(author, anna);
    }

    @Test
    void nobodyRemovesDisablesOrDemotesHimself() throws Exception {
        addAdministrator("other");
        assertDenied("user.cannotDeleteYourself", () -> administration.delete(author, root));
        assertDenied("user.cannotDisableYourself", () -> administration.disable(author, root));
        assertInvalid(
                "enabled: validation.user.cannotDisableYourself {}",
                () -> edit(root, form("root").admin().disabled()));
        assertInvalid(
                "enabled: validation.user.cannotDisableYourself {}",
                () -> edit(root, form("root").admin().expires(clock.instant().minusSeconds(1))));
        assertInvalid(
                "enabled: validation.user.cannotDemoteYourself {}",
                () -> edit(root, form("root").smartems().tags(tag)));
        edit(root, form("renamed").admin().expires(clock.instant().plus(Duration.ofDays(1))));
        assertThat(row(root, "username")).isEqualTo("renamed");
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        long other = addAdministrator("other");
        change(root, "enabled_expire_at = now() + interval '1 day'");
        assertDenied("user.lastAdministrator", () -> administration.delete(author, other));
        assertDenied("user.lastAdministrator", () -> administration.disable(author, other));
        assertInvalid(
                "enabled: validation.user.lastAdministrator {}",
                () -> edit(other, form("other").admin().disabled()));
        assertInvalid(
                "roleAdmin: validation.user.lastAdministrator {}",
                () -> edit(other, form("other").smartems().tags(tag)));
        assertInvalid(
                "enabledExpireAt: validation.user.lastAdministrator {}",
                () -> edit(other, form("other").admin().expires(clock.instant().plusSeconds(60))));
        edit(other, form("another").admin());
        change(root, "enabled_expire_at = null");
        administration.delete(author, other);
        assertThat(text("select string_agg(username, ' ') from platform_user")).isEqualTo("root");
    }

    @Test
    void ofTwoAdministratorsWhoRemoveEachOtherOneStays() throws Exception {
        long other = addAdministrator("other");
        CyclicBarrier together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> works = List.of(
                    () -> tells(together, () -> administration.delete(author, other)),
                    () -> tells(together, () -> administration.disable(Author.user(other, "other"), root)));
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> future : threads.invokeAll(works)) {
                done.add(future.get());
            }
            assertThat(done).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdownNow();
        }
        assertThat(text("select count(*) from platform_user where role_admin and enabled"))
                .isEqualTo("1");
    }

    private static boolean tells(CyclicBarrier together, Runnable work) throws Exception {
        together.await();
        try {
            work.run();
            return true;
        } catch (PlatformException e) {
            assertThat(e.code()).isEqualTo("deny.user.lastAdministrator");
            return false;
        }
    }
}
