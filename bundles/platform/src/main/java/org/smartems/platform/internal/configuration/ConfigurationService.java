// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.configuration;

import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Transactions;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.GeneralConfiguration;

/** See {@link Configurations}. */
@Component(service = Configurations.class)
public final class ConfigurationService implements Configurations {

    private final EntityManagerFactory unit;
    private final Transactions transactions;

    @Activate
    public ConfigurationService(
            @Reference(target = "(osgi.unit.name=platform)") EntityManagerFactory unit,
            @Reference Transactions transactions) {
        this.unit = unit;
        this.transactions = transactions;
    }

    @Override
    public GeneralConfiguration general() {
        return transactions.call(() -> transactions
                .em(unit)
                .find(ConfigurationEntity.class, ConfigurationEntity.ID)
                .general());
    }
}
