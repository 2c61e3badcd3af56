// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.SealedColumn;
import org.smartems.persistence.encryption.SealedValues;

/** The private keys of {@link SigningKeys}. */
@Component
public final class SealedSigningKeys implements SealedValues {

    private static final SealedColumn PRIVATE_KEY = new SealedColumn("platform_signing_key", "kid", "private_key");

    private final Transactions transactions;
    private final Encryption encryption;

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public SealedSigningKeys(
            @Reference Transactions transactions,
            @Reference Encryption encryption,
            @Reference(target = "(osgi.unit.name=platform)") EntityManagerFactory unit) {
        this.transactions = transactions;
        this.encryption = encryption;
    }

    @Override
    public String table() {
        return PRIVATE_KEY.table();
    }

    @Override
    public int reseal(int limit) {
        return PRIVATE_KEY.reseal(transactions, encryption, limit);
    }
}
