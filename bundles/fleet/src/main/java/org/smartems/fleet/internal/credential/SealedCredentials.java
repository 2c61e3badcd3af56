// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.credential;

import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.SealedValues;

/** The passwords of {@link StoredCredentials}. */
@Component
public final class SealedCredentials implements SealedValues {

    private final Transactions transactions;
    private final Encryption encryption;

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public SealedCredentials(
            @Reference Transactions transactions,
            @Reference Encryption encryption,
            @Reference(target = "(osgi.unit.name=fleet)") EntityManagerFactory unit) {
        this(transactions, encryption);
    }

    SealedCredentials(Transactions transactions, Encryption encryption) {
        this.transactions = transactions;
        this.encryption = encryption;
    }

    @Override
    public String table() {
        return StoredCredentials.PASSWORD.table();
    }

    @Override
    public int reseal(int limit) {
        return StoredCredentials.PASSWORD.reseal(transactions, encryption, limit);
    }
}
