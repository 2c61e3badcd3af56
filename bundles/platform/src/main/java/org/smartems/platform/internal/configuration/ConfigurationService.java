// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.configuration;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.GeneralConfiguration;
import org.smartems.platform.configuration.RouterIdentifier;

/** See {@link Configurations}. */
@Component(service = {Configurations.class, ConfigurationService.class})
public final class ConfigurationService implements Configurations {

    static final AuditedEntity AUDITED = AuditedEntity.row("Configuration", "platform_configuration");

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationService.class);
    private static final Author SHELL = Author.system("shell");
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final EntityManagerFactory unit;
    private final Transactions transactions;
    private final Jdbc jdbc;
    private final AuditLog auditLog;
    private final LongSupplier nanoTime;
    private final AtomicBoolean reading = new AtomicBoolean();
    /** Null before the first reading and after a change. */
    private volatile Read known;

    private long changes;
    /** Until then what is read may be older than a change whose transaction has not ended. */
    private long unsettledUntil;

    /** What was found when. */
    private record Read(GeneralConfiguration general, long at) {}

    @Activate
    public ConfigurationService(
            @Reference(target = "(osgi.unit.name=platform)") EntityManagerFactory unit,
            @Reference Transactions transactions,
            @Reference AuditLog auditLog) {
        this(unit, transactions, auditLog, System::nanoTime);
    }

    /** For tests, too. */
    public ConfigurationService(
            EntityManagerFactory unit, Transactions transactions, AuditLog auditLog, LongSupplier nanoTime) {
        this.unit = unit;
        this.transactions = transactions;
        this.jdbc = new Jdbc(transactions);
        this.auditLog = auditLog;
        this.nanoTime = nanoTime;
        this.unsettledUntil = nanoTime.getAsLong();
    }

    @Override
    public GeneralConfiguration general() {
        Read last = known;
        if (last != null && nanoTime.getAsLong() - last.at() < FRESH_NANOS) {
            return last.general();
        }
        // a transaction may see what is not committed, and holds a connection that nobody may wait for
        return transactions.active() ? read() : refreshed(last);
    }

    @Override
    public void setMaintenanceMode(boolean on) {
        change("maintenance_mode", on);
    }

    @Override
    public void setRouterIdentifier(RouterIdentifier identifier) {
        change("router_identifier", identifier.value());
    }

    /** What is stored now; needs the caller's transaction. */
    GeneralConfiguration stored() {
        return read();
    }

    /** A transaction changes the configuration, or has just done so: for a second nothing is kept. */
    synchronized void changing() {
        forget();
        unsettledUntil = nanoTime.getAsLong() + FRESH_NANOS;
    }

    /** One thread reads; while it does, the others go on with what was known. */
    private GeneralConfiguration refreshed(Read last) {
        if (last == null) {
            return kept();
        }
        if (!reading.compareAndSet(false, true)) {
            return last.general();
        }
        try {
            return kept();
        } finally {
            reading.set(false);
        }
    }

    private GeneralConfiguration kept() {
        long at = nanoTime.getAsLong();
        long before = changes();
        GeneralConfiguration general = read();
        keep(new Read(general, at), before);
        return general;
    }

    private GeneralConfiguration read() {
        return transactions.call(() -> transactions
                .em(unit)
                .find(ConfigurationEntity.class, ConfigurationEntity.ID)
                .general());
    }

    private void change(String column, Object value) {
        if (transactions.active()) {
            throw new IllegalStateException("the configuration is changed in a transaction of its own");
        }
        try {
            transactions.run(() -> auditLog.changed(
                    SHELL,
                    AUDITED,
                    ConfigurationEntity.ID,
                    () -> jdbc.update(
                            "update platform_configuration set " + column + " = ?, version = version + 1", value)));
            LOG.info("Configuration: {} is now {}", column, value);
        } finally {
            // also when nobody knows whether it was committed
            forget();
        }
    }

    private synchronized long changes() {
        return changes;
    }

    /** Not when it was read before a change and comes after it. */
    private synchronized void keep(Read read, long before) {
        if (changes == before && read.at() - unsettledUntil >= 0) {
            known = read;
        }
    }

    private synchronized void forget() {
        changes++;
        known = null;
    }
}
