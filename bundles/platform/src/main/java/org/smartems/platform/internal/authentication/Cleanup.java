// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.Transactions;
import org.smartems.platform.configuration.Configurations;
import org.smartems.spi.job.Job;

/** Removes ended sessions, old login attempts and old signing keys. */
@Component
public final class Cleanup implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);
    /** Longer than any session can live without a refresh. */
    private static final Duration SESSIONS_KEPT = Duration.ofDays(2);

    private final Transactions transactions;
    private final SessionStore sessions;
    private final LoginAttempts attempts;
    private final SigningKeys signingKeys;
    private final Configurations configurations;

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
    }

    @Override
    public String name() {
        return "platform-cleanup";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        run(Clock.systemUTC().instant());
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
