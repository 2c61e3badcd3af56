// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.hardware;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.fleet.internal.devicetype.Belongings;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.fleet.internal.store.Rows;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;

/** What the devices of a type are built of. */
@Component(service = HardwareService.class)
public final class HardwareService {

    private final Changes changes;
    private final Transactions transactions;
    private final StoredDeviceTypes types;
    private final Rows rows;

    @Activate
    public HardwareService(
            @Reference Changes changes,
            @Reference Transactions transactions,
            @Reference StoredDeviceTypes types,
            @Reference AuditLog audit) {
        this.changes = changes;
        this.transactions = transactions;
        this.types = types;
        this.rows = Belongings.hardware(transactions, audit);
    }

    /**
     * A hardware as it is sent.
     *
     * @param name unique in its device type
     * @param identifier what devices report as hardware version or model; unique in its device type
     */
    record Form(String name, String identifier) {

        Form stripped() {
            return new Form(name.strip(), identifier.strip());
        }

        Map<String, Object> columns() {
            return Map.of("name", name, "identifier", identifier);
        }
    }

    long create(Author author, long deviceType, Form form) {
        return changes.catalogued(() -> {
            types.available(deviceType);
            Form stripped = checked(form, deviceType, 0);
            return rows.add(
                    author,
                    Map.of("device_type_id", deviceType, "name", stripped.name(), "identifier", stripped.identifier()));
        });
    }

    void edit(Author author, long id, Form form) {
        changes.catalogued(() -> {
            rows.change(author, id, checked(form, deviceType(id), id).columns());
            return id;
        });
    }

    void delete(Author author, long id) {
        changes.catalogued(() -> {
            deviceType(id);
            Refusals.denyIf(isUsed(id), "hardware.usedByFirmware");
            rows.remove(author, id);
            return id;
        });
    }

    private Form checked(Form form, long deviceType, long id) {
        Form stripped = form.stripped();
        Violations violations = new Violations();
        violations.required("name", stripped.name());
        violations.required("identifier", stripped.identifier());
        violations.require(isFree("name", stripped.name(), deviceType, id), "name", "uniqueEntity");
        violations.require(isFree("identifier", stripped.identifier(), deviceType, id), "identifier", "uniqueEntity");
        violations.throwIfAny();
        return stripped;
    }

    private boolean isFree(String column, String value, long deviceType, long id) {
        boolean storable = value.indexOf('\0') < 0;
        return !storable
                || !rows.exists("device_type_id = ? and id <> ? and " + column + " = ?", deviceType, id, value);
    }

    private boolean isUsed(long id) {
        return jdbc().first("select 1 from fleet_firmware_hardware where hardware_id = ? limit 1", row -> true, id)
                .isPresent();
    }

    private long deviceType(long id) {
        return jdbc().first("select device_type_id from fleet_hardware where id = ?", row -> row.getLong(1), id)
                .orElseThrow(Refusals::notFound);
    }

    private Jdbc jdbc() {
        return new Jdbc(transactions);
    }
}
