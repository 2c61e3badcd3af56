// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.platform.authentication.Caller;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.authentication.Session;
import org.smartems.platform.internal.HookedTransactions;
import org.smartems.platform.internal.user.UserParts;

class PasswordChangeTest extends NodeFixture {

    private static final String NEXT = "another password";

    private long user;

    @BeforeEach
    void add() throws Exception {
        user = addUser("anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"now() - interval '31 days'", "null"})
    void passwordThatIsOldOrOfUnknownAgeIsDue(String changedAt) throws Exception {
        configure("password_expire_days = 30");
        change(user, "password_changed_at = " + changedAt);
        assertThat(node.login("anna", PASSWORD).roles())
                .containsExactly(Role.ROLE_USER, Role.ROLE_CHANGEPASSWORDREQUIRED);
    }

    @Test
    void passwordIsNotDueBeforeItsTimeOrWhereNoneIsSet() throws Exception {
        assertFull(node.login("anna", PASSWORD));
        configure("password_expire_days = 30");
        change(user, "disable_password_expire = true");
        assertFull(node.login("anna", PASSWORD));
        change(user, "disable_password_expire = false, password_changed_at = now() - interval '29 days'");
        assertFull(node.login("anna", PASSWORD));
    }

    @Test
    void passwordMayBecomeDueDuringASession() throws Exception {
        Session session = node.login("anna", PASSWORD);
        configure("password_expire_days = 30");
        Caller caller = node.caller(session);
        assertThat(caller.roles()).containsExactlyInAnyOrder(Role.ROLE_USER, Role.ROLE_CHANGEPASSWORDREQUIRED);
        assertFull(node.authentication.changeRequiredPassword(caller, Node.twice(NEXT)));
    }

    @Test
    void requiredChangeOpensTheSession() throws Exception {
        Session due = dueSession();
        Session open = node.authentication.changeRequiredPassword(node.caller(due), Node.twice(NEXT));
        assertFull(open);
        assertFull(node.refresh(open));
        assertRefused("invalidCredentials", () -> node.login("anna", PASSWORD));
        assertFull(node.login("anna", NEXT));
    }

    @Test
    void requiredChangeEndsWhatWasOutBefore() throws Exception {
        Session other = node.login("anna", PASSWORD);
        Session due = dueSession();
        Session open = node.authentication.changeRequiredPassword(node.caller(due), Node.twice(NEXT));
        assertEnded(other);
        assertRefused("expiredToken", () -> node.caller(due));
        node.caller(open);
    }

    @Test
    void refreshThatCrossesTheRequiredChangeIsRefusedAndNothingWorse() throws Exception {
        Session due = dueSession();
        Session open = node.authentication.changeRequiredPassword(node.caller(due), Node.twice(NEXT));
        assertRefused("refreshTokenUnknown", () -> node.refresh(due));
        assertAlive(open);
    }

    @Test
    void requiredChangeIsOnlyForThoseOfWhomItIsRequired() {
        Caller full = node.caller(node.login("anna", PASSWORD));
        assertThatThrownBy(() -> node.authentication.changeRequiredPassword(full, Node.twice(NEXT)))
                .isInstanceOfSatisfying(PlatformException.class, refusal -> assertThat(refusal.category())
                        .isEqualTo(ErrorCategory.DENIED));
        assertFull(node.login("anna", PASSWORD));
    }

    @Test
    void ownChangeKeepsTheSessionButNotItsAccessToken() {
        Session other = node.login("anna", PASSWORD);
        Session own = node.login("anna", PASSWORD);
        node.authentication.changePassword(node.caller(own), PASSWORD, Node.twice(NEXT));
        assertEnded(other);
        assertRefused("expiredToken", () -> node.caller(own));
        assertFull(node.refresh(own));
        assertFull(node.login("anna", NEXT));
    }

    @Test
    void ownChangeLeavesOtherUsersAlone() throws Exception {
        addUser("bob");
        Session bob = node.login("bob", PASSWORD);
        change(PASSWORD, Node.twice(NEXT));
        node.caller(bob);
        assertAlive(bob);
    }

    @Test
    void ownChangeNeedsTheCurrentPassword() {
        assertBroken(
                () -> change("wrong", Node.twice(NEXT)), "currentPlainPassword", "validation.currentPasswordInvalid");
        assertBroken(() -> change(null, Node.twice(NEXT)), "currentPlainPassword", "validation.required");
        assertBroken(() -> change(" ", Node.twice(NEXT)), "currentPlainPassword", "validation.required");
    }

    /** Change of the password and end of the other sessions are one. */
    @Test
    void nothingIsChangedWhenTheSessionEndsMeanwhile() {
        Session session = node.login("anna", PASSWORD);
        Caller caller = node.caller(session);
        node.authentication.logout(caller, null);
        assertRefused("expiredToken", () -> node.authentication.changePassword(caller, PASSWORD, Node.twice(NEXT)));
        assertFull(node.login("anna", PASSWORD));
    }

    @Test
    void refusesTheCurrentOne() {
        assertBroken(
                () -> change(PASSWORD, Node.twice(PASSWORD)), "newPlainPassword", "validation.password.recentlyUsed");
    }

    @Test
    void refusesTheLastOnes() throws Exception {
        configure("password_block_reuse_old_password_count = 2");
        change(PASSWORD, Node.twice("password one"));
        change("password one", Node.twice("password two"));
        assertBroken(
                () -> change("password two", Node.twice(PASSWORD)),
                "newPlainPassword",
                "validation.password.recentlyUsed");
        change("password two", Node.twice("password three"));
        change("password three", Node.twice(PASSWORD));
    }

    @Test
    void formerOnesMayComeBackByDefault() {
        change(PASSWORD, Node.twice(NEXT));
        change(NEXT, Node.twice(PASSWORD));
    }

    @Test
    void formerOnesOfOthersDoNotMatter() throws Exception {
        configure("password_block_reuse_old_password_count = 5");
        change(PASSWORD, Node.twice(NEXT));
        addUser("bob");
        Caller bob = node.caller(node.login("bob", PASSWORD));
        node.authentication.changePassword(bob, PASSWORD, Node.twice(NEXT));
    }

    @Test
    void rulesAreThoseOfTheConfiguration() throws Exception {
        configure("password_minimum_length = 12, password_digit_required = true");
        assertThatThrownBy(() -> change(PASSWORD, new NewPassword("abc", "abd")))
                .isInstanceOfSatisfying(ValidationException.class, broken -> {
                    assertThat(broken.errors())
                            .extracting(FieldError::path, FieldError::message)
                            .containsExactly(
                                    tuple("newPlainPassword", "validation.password.minimumLengthRequirementFailed"),
                                    tuple("newPlainPassword", "validation.password.digitMissing"),
                                    tuple("newPlainPasswordRepeat", "validation.passwordIdenticalCompare"));
                    assertThat(broken.errors().get(0).parameters()).isEqualTo(Map.of("limit", 12));
                });
    }

    @Test
    void secondOfTwoChangesAtOnceIsRefused() {
        HookedTransactions hooked =
                HookedTransactions.before(transactions, 3, () -> change(PASSWORD, Node.twice("the first one")));
        UserParts other = new UserParts(hooked, unit, folder, clock);
        assertRefused(
                "passwordChangedMeanwhile", () -> other.passwords.choose(user, Node.twice(NEXT), changed -> changed));
        assertFull(node.login("anna", "the first one"));
    }

    /** Hashing takes long, connections are few. */
    @Test
    void hashesAreNeverComputedInsideATransaction() {
        assertThatThrownBy(() -> transactions.call(
                        () -> node.users.passwords.choose(user, Node.twice(NEXT), changed -> changed)))
                .isInstanceOf(IllegalStateException.class);
    }

    private Session dueSession() throws Exception {
        configure("password_expire_days = 30");
        return node.login("anna", PASSWORD);
    }

    private void change(String current, NewPassword next) {
        Caller caller = new Caller(user, "anna", Set.of(), freshSession());
        node.authentication.changePassword(caller, current, next);
    }

    private UUID freshSession() {
        return transactions.call(() -> node.store.begin(user, Stage.FULL, null));
    }

    private static void assertFull(Session session) {
        assertThat(session.roles()).containsExactly(Role.ROLE_USER, Role.ROLE_SMARTEMS);
    }

    private static void assertBroken(ThrowingCallable work, String field, String rule) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ValidationException.class, broken -> {
            assertThat(broken.errors()).hasSize(1);
            assertThat(broken.errors().get(0).path()).isEqualTo(field);
            assertThat(broken.errors().get(0).message()).isEqualTo(rule);
        });
    }
}
