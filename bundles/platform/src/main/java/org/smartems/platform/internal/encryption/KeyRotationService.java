// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.encryption;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.EncryptionKeys;
import org.smartems.persistence.encryption.SealedValues;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;
import org.smartems.platform.encryption.KeyRotation;
import org.smartems.spi.job.Job;

/** See {@link KeyRotation}; the job is done as soon as no value is sealed with a former key. */
@Component(service = {KeyRotation.class, Job.class})
public final class KeyRotationService implements KeyRotation, Job {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotationService.class);
    /** So few that nobody waits for their locks. */
    private static final int AT_ONCE = 200;

    /** There is one: thing 0 of the log. */
    private static final AuditedEntity MASTER_KEY = new AuditedEntity(
            "MasterKey", "select jsonb_build_object('fingerprint', fingerprint) from master_key where ? = 0", Set.of());

    /** All together are thing 0 of the log; those of the days make themselves. */
    private static final AuditedEntity DATA_KEYS = new AuditedEntity(
            "DataKeys",
            "select coalesce(jsonb_object_agg(purpose, newest), '{}') from (select purpose, max(id) as newest"
                    + " from data_key where purpose !~ '_[0-9]{8}$' group by purpose) k having ? = 0",
            Set.of());

    private final Transactions transactions;
    private final EncryptionKeys keys;
    private final AuditLog auditLog;
    private final List<SealedValues> sealed = new CopyOnWriteArrayList<>();

    @Activate
    public KeyRotationService(
            @Reference Transactions transactions, @Reference EncryptionKeys keys, @Reference AuditLog auditLog) {
        this.transactions = transactions;
        this.keys = keys;
        this.auditLog = auditLog;
    }

    /** A table comes. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSealedValues(SealedValues values) {
        sealed.add(values);
    }

    /** A table goes. */
    public void removeSealedValues(SealedValues values) {
        sealed.remove(values);
    }

    @Override
    public void rotateMasterKey(Author author, String fingerprint) {
        transactions.run(() -> auditLog.<Void, RuntimeException>changed(author, MASTER_KEY, 0, () -> {
            keys.rotateMasterKey(fingerprint);
            return null;
        }));
        keys.settle();
        LOG.info("{} has rotated the master key, which has the fingerprint {} now", author.name(), fingerprint);
    }

    @Override
    public List<String> rotateDataKeys(Author author, boolean derived) {
        List<String> tables = sealed.stream().map(SealedValues::table).sorted().toList();
        transactions.run(() -> auditLog.<Void, RuntimeException>changed(author, DATA_KEYS, 0, () -> {
            tables.forEach(keys::addDataKey);
            if (derived) {
                keys.replaceDerivedKeys();
            }
            return null;
        }));
        keys.settle();
        LOG.info("{} has rotated the data keys of {}", author.name(), tables);
        return tables;
    }

    @Override
    public String name() {
        return RESEALING;
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        for (SealedValues values : sealed) {
            int resealed = 0;
            int last;
            do {
                last = transactions.call(() -> values.reseal(AT_ONCE));
                resealed += last;
            } while (last > 0 && !Thread.currentThread().isInterrupted());
            if (resealed > 0) {
                LOG.info("Sealed {} values of {} with its newest key", resealed, values.table());
            }
        }
    }
}
