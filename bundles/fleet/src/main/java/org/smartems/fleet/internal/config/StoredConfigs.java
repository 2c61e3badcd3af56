// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Transactions;

/** Configs in the database; every method needs the caller's transaction. */
@Component(service = StoredConfigs.class)
public final class StoredConfigs {

    private final EntityManagerFactory unit;
    private final Transactions transactions;

    @Activate
    public StoredConfigs(
            @Reference(target = "(osgi.unit.name=fleet)") EntityManagerFactory unit,
            @Reference Transactions transactions) {
        this.unit = unit;
        this.transactions = transactions;
    }

    Optional<ConfigEntity> find(long id) {
        return Optional.ofNullable(entities().find(ConfigEntity.class, id));
    }

    Optional<ConfigEntity> find(long deviceType, int slot, String name) {
        return entities()
                .createQuery(
                        "select c from ConfigEntity c where c.deviceType = :type and c.slot = :slot and c.name = :name",
                        ConfigEntity.class)
                .setParameter("type", deviceType)
                .setParameter("slot", slot)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    void add(ConfigEntity config) {
        entities().persist(config);
    }

    void remove(ConfigEntity config) {
        entities().remove(config);
    }

    private EntityManager entities() {
        return transactions.em(unit);
    }
}
