// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.Transactions;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.authentication.Session;
import org.smartems.platform.internal.HookedTransactions;
import org.smartems.platform.internal.user.PasswordHash;

class LoginTest extends NodeFixture {

    @Test
    void answersASession() throws Exception {
        addUser("anna");
        Session session = node.login("anna", PASSWORD);
        assertThat(session.username()).isEqualTo("anna");
        assertThat(session.accessTokenTtl()).isEqualTo(300);
        assertThat(session.sessionTimeout()).isEqualTo(900);
        assertThat(session.refreshTokenExpiration()).isEqualTo(clock.instant().plusSeconds(900));
        assertThat(session.roles()).containsExactly(Role.ROLE_USER, Role.ROLE_SMARTEMS);
        assertThat(session.refreshToken()).hasSize(43);
        assertThat(node.caller(session).roles()).containsExactlyInAnyOrder(Role.ROLE_USER, Role.ROLE_SMARTEMS);
    }

    @Test
    void knowsTheLoginBefore() throws Exception {
        addUser("anna");
        Instant first = clock.instant();
        assertThat(node.login("anna", PASSWORD).lastLoginAt()).isEmpty();
        clock.advanceSeconds(60);
        assertThat(node.login("anna", PASSWORD).lastLoginAt()).contains(first);
    }

    @Test
    void refusesAnUnknownNameAndAWrongPasswordAlike() throws Exception {
        addUser("anna");
        PlatformException wrong = refusal("anna", "wrong");
        PlatformException unknown = refusal("nobody", PASSWORD);
        assertThat(wrong.getMessage()).isEqualTo("Invalid credentials.").isEqualTo(unknown.getMessage());
        assertThat(wrong.code()).isEqualTo(unknown.code());
        assertThat(wrong.category()).isEqualTo(unknown.category()).isEqualTo(ErrorCategory.UNAUTHENTICATED);
    }

    @Test
    void distinguishesNamesByCase() throws Exception {
        addUser("anna");
        assertRefused("invalidCredentials", () -> node.login("Anna", PASSWORD));
    }

    @Test
    void refusesAUserWithoutPassword() throws Exception {
        change(addUser("anna"), "password_hash = null");
        assertRefused("invalidCredentials", () -> node.login("anna", ""));
    }

    @Test
    void tellsADisabledUserOnlyWithTheRightPassword() throws Exception {
        change(addUser("anna"), "enabled = false");
        assertRefused("accountDisabled", () -> node.login("anna", PASSWORD));
        assertThat(refusal("anna", "wrong").getMessage()).isEqualTo("Invalid credentials.");
    }

    @Test
    void countsAUserAsDisabledAfterTheDate() throws Exception {
        change(addUser("anna"), "enabled_expire_at = '" + clock.instant().plusSeconds(60) + "'");
        node.login("anna", PASSWORD);
        clock.advanceSeconds(60);
        assertThat(refusal("anna", PASSWORD).getMessage()).isEqualTo("accountDisabled");
    }

    @Test
    void storesEveryAttempt() throws Exception {
        long id = addUser("anna");
        node.authentication.login("anna", PASSWORD, "192.0.2.1");
        assertRefused("invalidCredentials", () -> node.authentication.login("anna", "wrong", "2001:db8::1"));
        assertRefused("invalidCredentials", () -> node.authentication.login("bob", PASSWORD, "192.0.2.3"));
        assertThat(attempts())
                .isEqualTo("anna " + id + " 192.0.2.1 true true;anna " + id
                        + " 2001:db8::1 false false;bob - 192.0.2.3 false false");
    }

    @Test
    void storesTheAttemptOfALockedOrDisabledUserAsInvalid() throws Exception {
        long locked = addUser("anna");
        change(locked, "too_many_failed_login_attempts = true, failed_login_attempts_at = now()");
        long disabled = addUser("bob");
        change(disabled, "enabled = false");
        assertRefused("accountDisabledTooManyFailedLoginAttempts", () -> node.login("anna", PASSWORD));
        assertRefused("accountDisabled", () -> node.login("bob", PASSWORD));
        assertThat(text("select count(*) from platform_user_login_attempt where not login_valid"))
                .isEqualTo("2");
    }

    @Test
    void refusesAUserWhoMayOnlyDoWhatIsNotInstalled() throws Exception {
        long id = addUser("anna");
        change(id, "role_smartems = false, role_vpn = true");
        assertRefused("accessDeniedNoVpnSecuritySuite", () -> node.login("anna", PASSWORD));
        change(id, "role_smartems = true");
        assertThat(node.login("anna", PASSWORD).roles()).containsExactly(Role.ROLE_USER, Role.ROLE_SMARTEMS);
    }

    @Test
    void refusesAPasswordThatWasChangedWhileItWasCompared() throws Exception {
        long id = addUser("anna");
        String other = PasswordHash.of("another password");
        Login login =
                login(HookedTransactions.before(transactions, 2, () -> change(id, "password_hash = '" + other + "'")));
        assertRefused("invalidCredentials", () -> login.attempt("anna", PASSWORD, "192.0.2.1"));
        assertThat(text("select count(*) from platform_session")).isEqualTo("0");
    }

    @Test
    void refusesAUserWhoWasRemovedWhileThePasswordWasCompared() throws Exception {
        long id = addUser("anna");
        Login login = login(
                HookedTransactions.before(transactions, 2, () -> sql("delete from platform_user where id = " + id)));
        assertRefused("invalidCredentials", () -> login.attempt("anna", PASSWORD, "192.0.2.1"));
    }

    /** An outage is nobody's failure: after it, the address is not throttled. */
    @Test
    void doesNotBlameTheAddressForAnOutage() throws Exception {
        addUser("anna");
        AtomicBoolean away = new AtomicBoolean(true);
        Transactions unreliable = new HookedTransactions(transactions, call -> {
            if (call % 2 == 0 && away.get()) {
                throw new DatabaseUnavailable("away", null);
            }
        });
        Login login = login(unreliable);
        for (int i = 0; i < 12; i++) {
            assertRefused("databaseUnavailable", () -> login.attempt("anna", PASSWORD, "192.0.2.1"));
        }
        away.set(false);
        assertThat(login.attempt("anna", PASSWORD, "192.0.2.1").username()).isEqualTo("anna");
    }

    private Login login(Transactions used) {
        return new Login(used, node.users.store, node.sessions, node.attempts, node.users.configurations, clock);
    }

    private PlatformException refusal(String username, String password) {
        try {
            node.login(username, password);
        } catch (PlatformException e) {
            return e;
        }
        throw new AssertionError("not refused");
    }

    private static String attempts() throws Exception {
        return text("select string_agg(concat_ws(' ', username, coalesce(user_id::text, '-'), remote_host,"
                + " case when login_valid then 'true' else 'false' end,"
                + " case when totp_valid then 'true' else 'false' end), ';' order by id)"
                + " from platform_user_login_attempt");
    }
}
