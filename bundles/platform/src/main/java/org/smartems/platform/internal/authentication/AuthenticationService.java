// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.persistence.Transactions;
import org.smartems.platform.authentication.Authentication;
import org.smartems.platform.authentication.Caller;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.authentication.Session;
import org.smartems.platform.internal.authentication.AccessTokens.Claims;
import org.smartems.platform.internal.authentication.SessionStore.StoredToken;
import org.smartems.platform.internal.user.PasswordHash;
import org.smartems.platform.internal.user.Passwords;
import org.smartems.platform.internal.user.UserEntity;
import org.smartems.platform.internal.user.UserStore;

/** See {@link Authentication}. */
@Component(service = Authentication.class)
public final class AuthenticationService implements Authentication {

    private static final Logger LOG = LoggerFactory.getLogger(AuthenticationService.class);
    private static final int GUESSES = 5;
    private static final Duration GUESS_WINDOW = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final UserStore users;
    private final Passwords passwords;
    private final Login login;
    private final Sessions sessions;
    private final SessionStore store;
    private final AccessTokens accessTokens;
    private final Clock clock;
    private final FailureCounter guesses;

    @Activate
    public AuthenticationService(
            @Reference Transactions transactions,
            @Reference UserStore users,
            @Reference Passwords passwords,
            @Reference Login login,
            @Reference Sessions sessions,
            @Reference SessionStore store,
            @Reference AccessTokens accessTokens) {
        this(transactions, users, passwords, login, sessions, store, accessTokens, Clock.systemUTC());
    }

    AuthenticationService(
            Transactions transactions,
            UserStore users,
            Passwords passwords,
            Login login,
            Sessions sessions,
            SessionStore store,
            AccessTokens accessTokens,
            Clock clock) {
        this.transactions = transactions;
        this.users = users;
        this.passwords = passwords;
        this.login = login;
        this.sessions = sessions;
        this.store = store;
        this.accessTokens = accessTokens;
        this.clock = clock;
        this.guesses = new FailureCounter(clock);
    }

    @Override
    public Session login(String username, String password, String remoteHost) {
        return login.attempt(username, password, remoteHost);
    }

    @Override
    public Session refresh(String refreshToken) {
        byte[] hash = RefreshTokens.hash(refreshToken);
        // null instead of an exception: the end of a session must be committed although the caller is refused
        Session session = transactions.call(() -> exchange(hash));
        if (session == null) {
            throw Refusals.refreshToken();
        }
        return session;
    }

    private Session exchange(byte[] hash) {
        StoredToken token = store.lock(hash, clock.instant()).orElse(null);
        if (token == null) {
            return null;
        }
        UserEntity user = users.find(token.userId()).orElseThrow(Refusals::refreshToken);
        if (token.used()) {
            LOG.warn("A refresh token of user {} came a second time; its session has been ended", user.username());
            store.end(token.sessionId());
            return null;
        }
        if (!token.live()) {
            return null;
        }
        if (!user.isEnabled(clock.instant())) {
            store.end(token.sessionId());
            return null;
        }
        store.use(token.sessionId(), hash);
        return sessions.issue(user, token.sessionId(), token.stage());
    }

    @Override
    public void extend(String refreshToken) {
        transactions.run(() -> {
            sessions.extend(refreshToken);
        });
    }

    @Override
    public Caller authenticate(String accessToken) {
        Claims claims = accessTokens.read(accessToken);
        return transactions.call(() -> {
            UserEntity user = users.find(claims.userId()).orElseThrow(Refusals::invalidToken);
            Stage stage = store.stage(claims.sessionId()).orElseThrow(Refusals::expiredToken);
            if (user.epoch() != claims.epoch() || !user.isEnabled(clock.instant())) {
                throw Refusals.expiredToken();
            }
            return new Caller(user.id(), user.username(), sessions.roles(user, stage), claims.sessionId());
        });
    }

    @Override
    public Session current(Caller caller) {
        return transactions.call(() -> {
            // session before tokens, as a refresh locks them
            Stage stage = store.lockedStage(caller.sessionId()).orElseThrow(Refusals::expiredToken);
            return sessions.issueExtra(user(caller), caller.sessionId(), stage);
        });
    }

    @Override
    public Session changeRequiredPassword(Caller caller, NewPassword password) {
        if (!caller.roles().contains(Role.ROLE_CHANGEPASSWORDREQUIRED)) {
            throw new PlatformException(ErrorCategory.DENIED, "accessDenied", "accessDenied");
        }
        Session session = passwords.choose(caller.userId(), password, user -> {
            keepOnly(caller);
            store.moveTo(caller.sessionId(), Stage.FULL);
            return sessions.issue(user, caller.sessionId(), Stage.FULL);
        });
        LOG.info("User {} set the password that was due", caller.username());
        return session;
    }

    @Override
    public void changePassword(Caller caller, String currentPassword, NewPassword password) {
        if (currentPassword == null || currentPassword.isBlank()) {
            throw refusedCurrent("validation.required");
        }
        String key = Long.toString(caller.userId());
        if (!guesses.reserve(key, GUESSES, GUESS_WINDOW)) {
            LOG.warn("User {} gave too many wrong current passwords", caller.username());
            throw Refusals.throttled();
        }
        if (!isCurrent(caller, currentPassword, key)) {
            LOG.info("User {} gave a wrong current password", caller.username());
            throw refusedCurrent("validation.currentPasswordInvalid");
        }
        passwords.choose(caller.userId(), password, user -> {
            keepOnly(caller);
            return user;
        });
        LOG.info("User {} changed the password", caller.username());
    }

    /** Leaves the guess counted only when it was one and wrong. */
    private boolean isCurrent(Caller caller, String password, String key) {
        boolean wrong = false;
        try {
            String stored = transactions.call(() -> user(caller).passwordHash());
            wrong = !PasswordHash.matches(password, stored);
            return !wrong;
        } finally {
            if (!wrong) {
                guesses.release(key);
            }
        }
    }

    @Override
    public void logout(Caller caller, String refreshToken) {
        transactions.run(() -> {
            // the user first, as wherever several sessions change: two of them then wait and do not deadlock
            users.lock(caller.userId()).ifPresent(UserEntity::raiseEpoch);
            store.end(caller.sessionId());
            if (refreshToken != null) {
                store.lock(RefreshTokens.hash(refreshToken), clock.instant())
                        .filter(token -> token.userId() == caller.userId())
                        .ifPresent(token -> store.end(token.sessionId()));
            }
        });
        LOG.info("User {} logged out", caller.username());
    }

    /** Ends the user's other sessions; refuses a caller whose own has ended meanwhile. */
    private void keepOnly(Caller caller) {
        store.stage(caller.sessionId()).orElseThrow(Refusals::expiredToken);
        store.endAllBut(caller.userId(), caller.sessionId());
    }

    private static ValidationException refusedCurrent(String rule) {
        return new ValidationException(List.of(FieldError.of("currentPlainPassword", rule)));
    }

    private UserEntity user(Caller caller) {
        return users.find(caller.userId()).orElseThrow(Refusals::expiredToken);
    }
}
