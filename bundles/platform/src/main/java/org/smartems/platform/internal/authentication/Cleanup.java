// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.Transactions;
import org.smartems.platform.configuration.Configurations;

/** Removes ended sessions, old login attempts and old signing keys, every hour; harmless on several nodes at once. */
@Component(service = Cleanup.class, immediate = true)
public final class Cleanup {

    private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);
    /** Longer than any session can live without a refresh. */
    private static final Duration SESSIONS_KEPT = Duration.ofDays(2);

    private final Transactions transactions;
    private final SessionStore sessions;
    private final LoginAttempts attempts;
    private final SigningKeys signingKeys;
    private final Configurations configurations;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "smartems-platform-cleanup"));

    @Activate
    public Cleanup(
            @Reference Transactions transactions,
            @Reference SessionStore sessions,
            @Reference LoginAttempts attempts,
            @Reference SigningKeys signingKeys,
            @Reference Configurations configurations) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.attempts = attempts;
        this.signingKeys = signingKeys;
        this.configurations = configurations;
        worker.scheduleWithFixedDelay(this::tick, 10, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
    }

    private void tick() {
        try {
            run(Clock.systemUTC().instant());
        } catch (RuntimeException e) {
            LOG.warn("Cleanup failed, next try in an hour", e);
        }
    }

    void run(Instant now) {
        int days = configurations.general().userLoginAttemptsCleanupDays();
        transactions.run(() -> {
            int ended = sessions.removeOld(now.minus(SESSIONS_KEPT));
            int old = days == 0 ? 0 : attempts.removeOlderThan(now.minus(Duration.ofDays(days)));
            signingKeys.removeOld();
            LOG.debug("Removed {} sessions and {} login attempts", ended, old);
        });
    }
}
