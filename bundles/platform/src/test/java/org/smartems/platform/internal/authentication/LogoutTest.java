// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.platform.authentication.Caller;
import org.smartems.platform.authentication.Session;
import org.smartems.testing.Eventually;

class LogoutTest extends NodeFixture {

    private long user;
    private Session session;

    @BeforeEach
    void login() throws Exception {
        user = addUser("anna");
        session = node.login("anna", PASSWORD);
    }

    @Test
    void endsTheSession() {
        Session later = node.refresh(session);
        node.authentication.logout(node.caller(later), later.refreshToken());
        assertEnded(later);
        assertRefused("expiredToken", () -> node.caller(session));
    }

    @Test
    void needsNoRefreshToken() {
        node.authentication.logout(node.caller(session), null);
        assertEnded(session);
    }

    @Test
    void ignoresAnUnknownRefreshToken() {
        node.authentication.logout(node.caller(session), "unknown");
        assertEnded(session);
    }

    @Test
    void endsTheSessionOfTheRefreshTokenToo() {
        Session other = node.login("anna", PASSWORD);
        Session third = node.login("anna", PASSWORD);
        node.authentication.logout(node.caller(session), other.refreshToken());
        assertEnded(session);
        assertEnded(other);
        assertAlive(third);
    }

    @Test
    void neverEndsTheSessionOfAnotherUser() throws Exception {
        addUser("bob");
        Session bob = node.login("bob", PASSWORD);
        node.authentication.logout(node.caller(session), bob.refreshToken());
        node.caller(bob);
        assertAlive(bob);
    }

    @Test
    void isHarmlessTwiceAndAfterTheUserHasGone() throws Exception {
        Caller caller = node.caller(session);
        node.authentication.logout(caller, null);
        node.authentication.logout(caller, session.refreshToken());
        sql("delete from platform_user where id = " + user);
        node.authentication.logout(caller, null);
    }

    @Test
    void waitsForAChangeOfThePasswordInsteadOfADeadlock() throws Exception {
        Caller caller = node.caller(session);
        CompletableFuture<Void> logout = transactions.call(() -> {
            node.users.store.lock(user);
            CompletableFuture<Void> running =
                    CompletableFuture.runAsync(() -> node.authentication.logout(caller, session.refreshToken()));
            Eventually.until("the logout waits", LogoutTest::somebodyWaits);
            node.store.endAll(user);
            return running;
        });
        logout.get();
        assertEnded(session);
    }

    private static boolean somebodyWaits() {
        try {
            return !"0".equals(text("select count(*) from pg_locks where not granted"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
