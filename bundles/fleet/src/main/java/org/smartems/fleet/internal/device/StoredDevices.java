// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.spi.procedure.DeviceField;

/** Devices in the database; every method needs the caller's transaction. */
@Component(service = StoredDevices.class)
public final class StoredDevices {

    private final EntityManagerFactory unit;
    private final Transactions transactions;

    @Activate
    public StoredDevices(
            @Reference(target = "(osgi.unit.name=fleet)") EntityManagerFactory unit,
            @Reference Transactions transactions) {
        this.unit = unit;
        this.transactions = transactions;
    }

    Optional<DeviceEntity> find(long id) {
        return Optional.ofNullable(entities().find(DeviceEntity.class, id));
    }

    /** With its state, which holds no facts yet. */
    void add(DeviceEntity device) {
        entities().persist(device);
        jdbc().update(
                        "insert into fleet_device_state (device_id, device_type_id) values (?, ?)",
                        device.id(),
                        device.deviceType());
    }

    void remove(DeviceEntity device) {
        entities().remove(device);
    }

    /** Replaces the facts that people can fill in; a check-in that is under way decides anew. */
    void replaceFacts(long id, Map<DeviceField, String> facts) {
        String assignments = DeviceForm.EDITABLE.stream()
                .map(field -> FactColumns.of(field) + " = ?")
                .collect(Collectors.joining(", "));
        List<Object> values = new ArrayList<>();
        DeviceForm.EDITABLE.forEach(field -> values.add(facts.get(field)));
        values.add(id);
        jdbc().update(
                        "update fleet_device_state set revision = revision + 1, " + assignments
                                + " where device_id = ?",
                        values.toArray());
    }

    /** Takes a value from the other devices of the type. */
    void takeFact(DeviceEntity device, DeviceField field, String value) {
        String sql =
                """
                update fleet_device_state set COLUMN = null, revision = revision + 1
                where device_type_id = ? and COLUMN = ? and device_id <> ?"""
                        .replace("COLUMN", FactColumns.of(field));
        jdbc().update(sql, device.deviceType(), value, device.id());
    }

    /** A check-in that is under way decides anew. */
    void touchState(long id) {
        jdbc().update("update fleet_device_state set revision = revision + 1 where device_id = ?", id);
    }

    /** The device may log in with another credential. */
    void releaseCredential(long id) {
        jdbc().update(
                        "update fleet_device_state set bound_credential_id = null, revision = revision + 1"
                                + " where device_id = ?",
                        id);
    }

    /** Whether another device of a type has a name. */
    boolean isNameTaken(long type, String name, long exceptDevice) {
        String sql = "select 1 from fleet_device where device_type_id = ? and name = ? and id <> ?";
        return jdbc().first(sql, row -> true, type, name, exceptDevice).isPresent();
    }

    /** Whether another device of a type has a fact; 0 stands for a device that is not stored yet. */
    boolean isFactTaken(long type, DeviceField field, String value, long exceptDevice) {
        String sql = "select 1 from fleet_device_state where device_type_id = ? and " + FactColumns.of(field)
                + " = ? and device_id <> ? limit 1";
        return jdbc().first(sql, row -> true, type, value, exceptDevice).isPresent();
    }

    /** Whether another device of a type is known by an identifier. */
    boolean isIdentifierTaken(long type, String identifier, long exceptDevice) {
        String sql = "select 1 from fleet_device where device_type_id = ? and identifier = ? and identifier_reported"
                + " and id <> ?";
        return jdbc().first(sql, row -> true, type, identifier, exceptDevice).isPresent();
    }

    DeviceRows rows() {
        return new DeviceRows(jdbc());
    }

    Jdbc jdbc() {
        return new Jdbc(transactions);
    }

    private EntityManager entities() {
        return transactions.em(unit);
    }
}
