// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.persistence.Transactions;
import org.smartems.platform.authentication.Session;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.GeneralConfiguration;
import org.smartems.platform.internal.authentication.LoginAttempts.Attempt;
import org.smartems.platform.internal.user.PasswordHash;
import org.smartems.platform.internal.user.UserEntity;
import org.smartems.platform.internal.user.UserStore;

/**
 * Checks a name and a password.
 *
 * <p>An unknown name must not be told from a known one: it takes as long, is refused alike, and is locked alike,
 * though in memory only.
 */
@Component(service = Login.class)
public final class Login {

    private static final Logger LOG = LoggerFactory.getLogger(Login.class);
    private static final int FAILURES_PER_ADDRESS = 10;
    private static final Duration ADDRESS_WINDOW = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final UserStore users;
    private final Sessions sessions;
    private final LoginAttempts attempts;
    private final Configurations configurations;
    private final Clock clock;
    private final FailureCounter addresses;
    private final FailureCounter unknownNames;
    private final FailureCounter recorded;

    @Activate
    public Login(
            @Reference Transactions transactions,
            @Reference UserStore users,
            @Reference Sessions sessions,
            @Reference LoginAttempts attempts,
            @Reference Configurations configurations) {
        this(transactions, users, sessions, attempts, configurations, Clock.systemUTC());
    }

    Login(
            Transactions transactions,
            UserStore users,
            Sessions sessions,
            LoginAttempts attempts,
            Configurations configurations,
            Clock clock) {
        this.transactions = transactions;
        this.users = users;
        this.sessions = sessions;
        this.attempts = attempts;
        this.configurations = configurations;
        this.clock = clock;
        this.addresses = new FailureCounter(clock);
        this.unknownNames = new FailureCounter(clock);
        this.recorded = new FailureCounter(clock);
    }

    Session attempt(String username, String password, String remoteHost) {
        String network = Network.of(remoteHost);
        if (!addresses.reserve(network, FAILURES_PER_ADDRESS, ADDRESS_WINDOW)) {
            throw throttled(username, remoteHost);
        }
        Session session;
        try {
            session = check(username, password, remoteHost);
        } catch (RuntimeException e) {
            if (!(e instanceof PlatformException refusal) || refusal.category() != ErrorCategory.UNAUTHENTICATED) {
                addresses.release(network);
                throw e;
            }
            LOG.info("Login of {} from {} refused: {}", username, remoteHost, refusal.code());
            throw e;
        }
        addresses.release(network);
        return session;
    }

    private Session check(String username, String password, String remoteHost) {
        GeneralConfiguration general = configurations.general();
        Optional<UserEntity> user = transactions.call(() -> users.find(username));
        // no connection is held while the hash is computed
        String hash = user.map(UserEntity::passwordHash).orElse(null);
        boolean valid = PasswordHash.matches(password, hash);
        Attempt attempt = new Attempt(username, user.map(UserEntity::id).orElse(null), remoteHost, valid);
        return user.isPresent() ? known(attempt, hash, general) : unknown(attempt, general);
    }

    /** Recorded once a window: an attack must show in the list, not fill it. */
    private PlatformException throttled(String username, String remoteHost) {
        if (recorded.first(Network.of(remoteHost), ADDRESS_WINDOW)) {
            LOG.warn("Login of {} from {} refused: too many failures from that address", username, remoteHost);
            transactions.run(() -> attempts.add(new Attempt(username, null, remoteHost, false)));
        }
        return Refusals.throttled();
    }

    private Session unknown(Attempt attempt, GeneralConfiguration general) {
        boolean locked = general.failedLoginAttemptsEnabled()
                && unknownNames.locked(
                        attempt.username(),
                        general.failedLoginAttemptsLimit(),
                        general.failedLoginAttemptsDisablingDuration());
        transactions.run(() -> {
            attempts.add(attempt);
        });
        throw locked ? Refusals.locked() : Refusals.credentials();
    }

    private Session known(Attempt attempt, String checked, GeneralConfiguration general) {
        PlatformException[] refusal = new PlatformException[1];
        Session session = transactions.call(() -> {
            UserEntity user = users.lock(attempt.userId()).orElseThrow(Refusals::credentials);
            // the password may have been changed since it was compared
            boolean valid = attempt.valid() && Objects.equals(checked, user.passwordHash());
            refusal[0] = judge(user, valid, general);
            // committed together with the refusal's count, so the refusal is thrown after the commit
            return refusal[0] == null ? succeed(user, attempt) : fail(attempt);
        });
        if (refusal[0] != null) {
            throw refusal[0];
        }
        return session;
    }

    private PlatformException judge(UserEntity user, boolean valid, GeneralConfiguration general) {
        Instant now = clock.instant();
        Duration duration = general.failedLoginAttemptsDisablingDuration();
        if (general.failedLoginAttemptsEnabled() && user.isLocked(now, duration)) {
            return Refusals.locked();
        }
        if (!valid) {
            if (general.failedLoginAttemptsEnabled()) {
                user.loginFailed(now, general.failedLoginAttemptsLimit(), duration);
            }
            return Refusals.credentials();
        }
        if (!user.isEnabled(now)) {
            return Refusals.disabled();
        }
        return user.needsVpn() ? Refusals.noVpn() : null;
    }

    private Session succeed(UserEntity user, Attempt attempt) {
        Instant before = user.lastLoginAt();
        user.loginSucceeded(clock.instant());
        attempts.add(attempt);
        LOG.info("User {} logged in from {}", user.username(), attempt.remoteHost());
        return sessions.begin(user, before);
    }

    private Session fail(Attempt attempt) {
        attempts.add(new Attempt(attempt.username(), attempt.userId(), attempt.remoteHost(), false));
        return null;
    }
}
