// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.EntityManagerFactory;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.platform.authentication.Caller;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.platform.authentication.Session;
import org.smartems.platform.internal.user.UserParts;

/** One server, put together by hand. */
final class Node {

    static final int ACCESS_SECONDS = 300;
    static final int SESSION_SECONDS = 900;
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    final UserParts users;
    final SessionStore store;
    final LoginAttempts attempts;
    final SigningKeys keys;
    final AccessTokens accessTokens;
    final Sessions sessions;
    final AuthenticationService authentication;

    Node(Transactions transactions, EntityManagerFactory unit, Encryption encryption, Path folder, Clock clock) {
        users = new UserParts(transactions, unit, folder, clock);
        store = new SessionStore(transactions);
        attempts = new LoginAttempts(transactions);
        keys = new SigningKeys(transactions, encryption, clock);
        accessTokens = new AccessTokens(keys, clock);
        sessions = new Sessions(store, accessTokens, users.configurations, new Defaults(), clock);
        Login login = new Login(transactions, users.store, sessions, attempts, users.configurations, clock);
        authentication = new AuthenticationService(
                transactions, users.store, users.passwords, login, sessions, store, accessTokens, clock);
    }

    /** From an address that nobody has used before. */
    Session login(String username, String password) {
        return authentication.login(username, password, "192.0.2." + ADDRESSES.incrementAndGet());
    }

    Session refresh(Session session) {
        return authentication.refresh(session.refreshToken());
    }

    Caller caller(Session session) {
        return authentication.authenticate(session.token());
    }

    static NewPassword twice(String password) {
        return new NewPassword(password, password);
    }

    private static final class Defaults implements Sessions.Config {

        @Override
        public int accessTokenTtl() {
            return ACCESS_SECONDS;
        }

        @Override
        public int sessionTimeout() {
            return SESSION_SECONDS;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return Sessions.Config.class;
        }
    }
}
