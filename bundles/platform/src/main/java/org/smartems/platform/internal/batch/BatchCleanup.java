// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.batch;

import java.time.Duration;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Transactions;
import org.smartems.spi.job.Job;

/** Removes the results of large batches that nobody has removed. */
@Component
public final class BatchCleanup implements Job {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Transactions transactions;
    private final BatchTable table;

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public BatchCleanup(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=platform)") EntityManagerFactory unit) {
        this.transactions = transactions;
        this.table = new BatchTable(transactions);
    }

    @Override
    public String name() {
        return "platform-batch-cleanup";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        transactions.run(() -> table.removeOlderThan(KEPT));
    }
}
