// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.catalogue;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.Transactions.Work;
import org.smartems.resource.Attempts;

/** The one way in which services of the fleet change what is stored. */
@Component(service = Changes.class)
public final class Changes {

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
        return transactions.active() ? transactions.call(work) : Attempts.run(() -> transactions.call(work));
    }
}
