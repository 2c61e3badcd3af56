// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.catalogue;

import java.sql.SQLException;
import java.util.Set;
import javax.persistence.OptimisticLockException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.Transactions.Work;

/** The one way in which services of the fleet change what is stored. */
@Component(service = Changes.class)
public final class Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final int ATTEMPTS = 3;
    /** Unique violation, serialization failure, deadlock. */
    private static final Set<String> CONCURRENT = Set.of("23505", "40001", "40P01");

    private final Transactions transactions;
    private final CatalogueService catalogue;

    @Activate
    public Changes(@Reference Transactions transactions, @Reference CatalogueService catalogue) {
        this.transactions = transactions;
        this.catalogue = catalogue;
    }

    /**
     * Changes something that the catalogue or the template snapshots hold: raises their revision first, so that such
     * changes follow each other, and lets this node read it at once.
     *
     * @param work may be run again when somebody else has changed the same
     */
    public <T> T catalogued(Work<T, RuntimeException> work) {
        T result = run(() -> {
            new Jdbc(transactions).update("update fleet_catalogue set revision = revision + 1");
            return work.run();
        });
        if (!transactions.active()) {
            catalogue.refreshQuietly();
        }
        return result;
    }

    /**
     * Changes something else.
     *
     * @param work may be run again when somebody else has changed the same
     */
    public <T> T run(Work<T, RuntimeException> work) {
        if (transactions.active()) {
            return transactions.call(work);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.call(work);
            } catch (RuntimeException e) {
                if (!isConcurrent(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    throw new PlatformException(
                            ErrorCategory.CONFLICT, "concurrentChange", "Somebody else changes the same", e);
                }
                LOG.debug("Changed at the same time, trying again", e);
            }
        }
    }

    private static boolean isConcurrent(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof SQLException sql && CONCURRENT.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
