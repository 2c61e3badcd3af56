// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.partition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.fleet.internal.log.LogTable;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.LogRetentions;
import org.smartems.platform.configuration.Retention;
import org.smartems.spi.job.Job;

/** Keeps a partition ready for each of the next days, and ends the logs that are too old or too large. */
@Component
public final class LogPartitions implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(LogPartitions.class);
    private static final int DAYS_AHEAD = 7;

    private final Transactions transactions;
    private final Partitions partitions;
    private final Function<LogTable, Retention> retentions;
    private final Clock clock;

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public LogPartitions(
            @Reference Transactions transactions,
            @Reference Configurations configurations,
            @Reference(target = "(osgi.unit.name=fleet)") EntityManagerFactory unit) {
        this(transactions, log -> retention(log, configurations.general().logRetentions()), Clock.systemUTC());
    }

    LogPartitions(Transactions transactions, Function<LogTable, Retention> retentions, Clock clock) {
        this.transactions = transactions;
        this.partitions = new Partitions(transactions);
        this.retentions = retentions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fleet-log-partitions";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (LogTable log : LogTable.values()) {
            for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
                partitions.make(log, today.plusDays(ahead));
            }
            end(log, today);
        }
        forgetNewDevices();
    }

    /** New devices are counted for an hour. */
    private void forgetNewDevices() {
        Instant day = clock.instant().minus(Duration.ofDays(1));
        transactions.run(() -> new Jdbc(transactions).update("delete from fleet_new_devices where hour < ?", day));
    }

    private static Retention retention(LogTable log, LogRetentions configured) {
        return switch (log) {
            case CHECK_IN, COMMUNICATION_LOG -> configured.communication();
            case CONFIG_LOG -> configured.config();
            case DIAGNOSE_LOG -> configured.diagnose();
            case DEVICE_COMMAND -> configured.deviceCommands();
            case FAILED_LOGIN -> configured.deviceFailedLoginAttempts();
        };
    }

    private void end(LogTable log, LocalDate today) {
        Retention retention = retentions.apply(log);
        List<LocalDate> ending = EndingDays.of(retention, partitions.all(log), today);
        ending.forEach(day -> partitions.drop(log, day));
        if (!ending.isEmpty()) {
            LOG.info("Removed {} days of {}, up to {}", ending.size(), log.table(), ending.get(ending.size() - 1));
        }
        if (retention.days() > 0) {
            partitions.clearDefault(log, today.minusDays(retention.days()));
        }
    }
}
