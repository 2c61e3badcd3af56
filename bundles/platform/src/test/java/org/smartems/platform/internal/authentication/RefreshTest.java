// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.authentication.Session;
import org.smartems.platform.internal.Together;

class RefreshTest extends NodeFixture {

    private static final String REFUSED = "refreshTokenUnknown";

    private long user;
    private Session session;

    @BeforeEach
    void login() throws Exception {
        user = addUser("anna");
        session = node.login("anna", PASSWORD);
    }

    @Test
    void rotates() {
        clock.advanceSeconds(600);
        Session next = node.refresh(session);
        assertThat(next.refreshToken()).isNotEqualTo(session.refreshToken());
        assertThat(next.refreshTokenExpiration()).isEqualTo(clock.instant().plusSeconds(900));
        assertThat(next.roles()).isEqualTo(session.roles());
        assertThat(node.caller(next).sessionId())
                .isEqualTo(anotherNode().caller(next).sessionId());
        assertAlive(next);
    }

    @Test
    void lastLoginAtIsTheOneBeforeTheSession() {
        assertThat(node.refresh(session).lastLoginAt()).isEqualTo(session.lastLoginAt());
        Instant first = clock.instant();
        clock.advanceSeconds(10);
        Session second = node.login("anna", PASSWORD);
        assertThat(node.refresh(second).lastLoginAt()).contains(first);
    }

    @Test
    void oldTokenAgainEndsTheSession() {
        Session next = node.refresh(session);
        assertRefused(REFUSED, () -> node.refresh(session));
        assertEnded(next);
        assertEnded(session);
    }

    @Test
    void oldTokenAgainEndsNoOtherSession() {
        Session other = node.login("anna", PASSWORD);
        node.refresh(session);
        assertRefused(REFUSED, () -> node.refresh(session));
        node.caller(other);
        assertAlive(other);
    }

    @Test
    void oldTokenAgainEndsTheSessionAlsoWhenItHasExpired() {
        clock.advanceSeconds(800);
        Session next = node.refresh(session);
        clock.advanceSeconds(200);
        assertRefused(REFUSED, () -> node.refresh(session));
        assertEnded(next);
    }

    @Test
    void doubleUseAtOnceLetsOneThroughAndEndsTheSession() throws Exception {
        Node other = anotherNode();
        Together.Outcome<Session> outcome = Together.run(2, i -> () -> (i == 0 ? node : other).refresh(session));
        assertThat(outcome.results()).hasSize(1);
        assertThat(outcome.failures()).hasSize(1);
        assertEnded(outcome.results().get(0));
    }

    @Test
    void reuseOfAnOldTokenAtTheSameTimeAsARefreshDoesNotDeadlock() throws Exception {
        Session next = node.refresh(session);
        Together.Outcome<Session> outcome = Together.run(4, i -> () -> node.refresh(i % 2 == 0 ? session : next));
        assertThat(outcome.failures())
                .allSatisfy(failure -> assertRefused(REFUSED, () -> {
                    throw failure;
                }));
        outcome.results().forEach(this::assertEnded);
        assertEnded(next);
    }

    @Test
    void expires() {
        clock.advanceSeconds(Node.SESSION_SECONDS - 1);
        session = node.refresh(session);
        clock.advanceSeconds(Node.SESSION_SECONDS);
        assertRefused(REFUSED, () -> node.refresh(session));
    }

    @Test
    void refusesAnUnknownToken() {
        assertRefused(REFUSED, () -> node.authentication.refresh(""));
        assertRefused(REFUSED, () -> node.authentication.refresh(session.token()));
        assertRefused(REFUSED, () -> node.authentication.refresh("' or 1=1 --"));
    }

    @Test
    void storesNoTokenInClear() throws Exception {
        assertThat(text("select string_agg(encode(hash, 'escape') || encode(hash, 'base64'), ' ')"
                        + " from platform_refresh_token"))
                .doesNotContain(session.refreshToken());
    }

    @Test
    void neverOpensASessionWhosePasswordIsDue() throws Exception {
        configure("password_expire_days = 30");
        Session due = node.login("anna", PASSWORD);
        assertOnlyPasswordChange(due);
        Session next = node.refresh(due);
        assertOnlyPasswordChange(next);
        configure("password_expire_days = 0");
        assertOnlyPasswordChange(node.refresh(next));
    }

    @Test
    void refusesADisabledUserForGood() throws Exception {
        change(user, "enabled = false");
        assertRefused(REFUSED, () -> node.refresh(session));
        change(user, "enabled = true");
        assertEnded(session);
    }

    @Test
    void extendKeepsTheSessionForAnotherAccessToken() {
        clock.advanceSeconds(800);
        node.authentication.extend(session.refreshToken());
        clock.advanceSeconds(299);
        assertAlive(session);
    }

    @Test
    void extendEndsAfterOneAccessToken() {
        clock.advanceSeconds(800);
        node.authentication.extend(session.refreshToken());
        clock.advanceSeconds(300);
        assertRefused(REFUSED, () -> node.refresh(session));
    }

    @Test
    void extendNeverShortens() {
        node.authentication.extend(session.refreshToken());
        clock.advanceSeconds(899);
        assertAlive(session);
    }

    @Test
    void extendIgnoresUnknownAndEndedTokens() throws Exception {
        node.authentication.extend("unknown");
        Session next = node.refresh(session);
        node.authentication.extend(session.refreshToken());
        clock.advanceSeconds(900);
        node.authentication.extend(next.refreshToken());
        assertRefused(REFUSED, () -> node.refresh(next));
        assertThat(text("select count(*) from platform_refresh_token where expires_at > '" + clock.instant() + "'"))
                .isEqualTo("0");
    }

    @Test
    void currentKeepsTheRefreshTokenOfTheClient() {
        Session current = node.authentication.current(node.caller(session));
        assertThat(current.roles()).isEqualTo(session.roles());
        assertThat(node.caller(current).sessionId())
                .isEqualTo(node.caller(session).sessionId());
        assertAlive(session);
    }

    @Test
    void currentGivesATokenThatMayBeUsedInsteadAndLivesNoLonger() {
        clock.advanceSeconds(100);
        Session current = node.authentication.current(node.caller(session));
        assertThat(current.refreshTokenExpiration()).isEqualTo(session.refreshTokenExpiration());
        assertAlive(current);
    }

    @Test
    void ofTwoWhoGoOnWithOneSessionOnlyTheFirstDoes() {
        Session copy = node.authentication.current(node.caller(session));
        Session next = node.refresh(copy);
        assertRefused(REFUSED, () -> node.refresh(session));
        assertAlive(next);
    }

    @Test
    void currentAgainReplacesTheTokenOfTheOneBefore() throws Exception {
        Session first = node.authentication.current(node.caller(session));
        for (int i = 0; i < 5; i++) {
            node.authentication.current(node.caller(session));
        }
        assertThat(text("select count(*) from platform_refresh_token")).isEqualTo("2");
        assertRefused(REFUSED, () -> node.refresh(first));
        assertAlive(session);
    }

    @Test
    void currentIsRefusedAfterTheEnd() {
        var caller = node.caller(session);
        node.authentication.logout(caller, null);
        assertRefused("expiredToken", () -> node.authentication.current(caller));
    }

    private void assertOnlyPasswordChange(Session one) {
        assertThat(one.roles()).containsExactly(Role.ROLE_USER, Role.ROLE_CHANGEPASSWORDREQUIRED);
        assertThat(node.caller(one).roles())
                .containsExactlyInAnyOrder(Role.ROLE_USER, Role.ROLE_CHANGEPASSWORDREQUIRED);
    }
}
