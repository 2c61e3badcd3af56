// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.hardware;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.firmware.FirmwareOrders;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.fleet.internal.devicetype.Belongings;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.fleet.internal.firmware.Versionings;
import org.smartems.fleet.internal.store.Rows;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;
import org.smartems.spi.procedure.Capability;

/** How the firmware of single slots is compared. */
@Component(service = {FirmwareRuleService.class, FirmwareOrders.class})
public final class FirmwareRuleService implements FirmwareOrders {

    private final Changes changes;
    private final Transactions transactions;
    private final StoredDeviceTypes types;
    private final Versionings versionings;
    private final Rows rows;

    @Activate
    public FirmwareRuleService(
            @Reference Changes changes,
            @Reference Transactions transactions,
            @Reference StoredDeviceTypes types,
            @Reference Versionings versionings,
            @Reference AuditLog audit) {
        this.changes = changes;
        this.transactions = transactions;
        this.types = types;
        this.versionings = versionings;
        this.rows = Belongings.firmwareRules(transactions, audit);
    }

    @Override
    public void order(Author author, long deviceType, int slot, String versioning) {
        changes.catalogued(() -> {
            if (!rows.exists("device_type_id = ? and slot = ?", deviceType, slot)) {
                create(author, Map.entry(deviceType, slot), versioning, false);
            }
            return deviceType;
        });
    }

    @Override
    public Set<Long> deviceTypes(String versioning) {
        return transactions.call(() -> Set.copyOf(new Jdbc(transactions)
                .list(
                        "select distinct device_type_id from fleet_firmware_rule where versioning = ?",
                        row -> row.getLong(1),
                        versioning)));
    }

    long create(Author author, Map.Entry<Long, Integer> slot, String versioning, boolean allowsDowngrade) {
        return changes.catalogued(() -> {
            DeviceType type = types.available(slot.getKey());
            Violations violations = new Violations();
            violations.require(type.has(Capability.firmware(slot.getValue())), "feature", "firmware.featureInvalid");
            boolean taken = rows.exists("device_type_id = ? and slot = ?", slot.getKey(), slot.getValue());
            violations.require(!taken, "feature", "uniqueEntity");
            check(versioning, violations);
            return rows.add(
                    author,
                    Map.of(
                            "device_type_id",
                            slot.getKey(),
                            "slot",
                            slot.getValue(),
                            "versioning",
                            versioning,
                            "allow_downgrade",
                            allowsDowngrade));
        });
    }

    void edit(Author author, long id, String versioning, boolean allowsDowngrade) {
        changes.catalogued(() -> {
            require(id);
            check(versioning, new Violations());
            rows.change(author, id, Map.of("versioning", versioning, "allow_downgrade", allowsDowngrade));
            return id;
        });
    }

    void delete(Author author, long id) {
        changes.catalogued(() -> {
            require(id);
            rows.remove(author, id);
            return id;
        });
    }

    private void check(String versioning, Violations violations) {
        violations.require(versionings.find(versioning).isPresent(), "firmwareVersioning", "enum");
        violations.throwIfAny();
    }

    private void require(long id) {
        if (!rows.exists("id = ?", id)) {
            throw Refusals.notFound();
        }
    }
}
