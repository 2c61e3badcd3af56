// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.retention;

import java.time.Clock;
import java.time.Duration;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.configuration.ConfiguredLog;
import org.smartems.platform.configuration.Retention;
import org.smartems.spi.job.Job;

/** Ends what is too old or too much of the audit log and of the login attempts, oldest first. */
@Component
public final class LogRetention implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(LogRetention.class);
    /** So few that nobody waits for their locks. */
    private static final int AT_ONCE = 5_000;

    private final Transactions transactions;
    private final Jdbc jdbc;
    private final Clock clock;

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public LogRetention(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=platform)") EntityManagerFactory unit) {
        this(transactions, Clock.systemUTC());
    }

    LogRetention(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "platform-log-retention";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        end(PlainLog.AUDIT, ConfiguredLog.AUDIT);
        end(PlainLog.LOGIN_ATTEMPTS, ConfiguredLog.USER_LOGIN_ATTEMPTS);
    }

    private void end(PlainLog log, ConfiguredLog configured) {
        Retention retention = transactions.call(() -> retention(configured));
        int removed = 0;
        if (retention.days() > 0) {
            Object before = clock.instant().minus(Duration.ofDays(retention.days()));
            removed += remove("created_at < ?", log, before);
        }
        if (retention.megabytes() > 0) {
            Long last = transactions.call(() -> log.lastOfTooMany(jdbc, retention.bytes()));
            removed += last == null ? 0 : remove("id <= ?", log, last);
        }
        if (removed > 0) {
            LOG.info("Removed the {} oldest rows of {}", removed, log.table());
        }
    }

    /** In transactions of their own, so that an end of the server loses no more than one. */
    private int remove(String condition, PlainLog log, Object bound) {
        String statement = "delete from " + log.table() + " where id in (select id from " + log.table() + " where "
                + condition + " order by created_at, id limit " + AT_ONCE + ")";
        int removed = 0;
        int last;
        do {
            last = transactions.call(() -> jdbc.update(statement, bound));
            removed += last;
        } while (last == AT_ONCE && !Thread.currentThread().isInterrupted());
        return removed;
    }

    private Retention retention(ConfiguredLog log) {
        String columns = ConfiguredLog.column(log.duration()) + ", " + ConfiguredLog.column(log.size());
        return jdbc.first(
                        "select " + columns + " from platform_configuration",
                        row -> new Retention(row.getInt(1), row.getInt(2)))
                .orElseThrow();
    }
}
