// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.customdata;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.catalogue.Changes;
import org.smartems.fleet.internal.devicetype.Belongings;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.fleet.internal.store.Rows;
import org.smartems.fleet.internal.variable.PredefinedVariables;
import org.smartems.fleet.internal.variable.VariableRules;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;

/** Declares which custom data of devices is kept. */
@Component(service = CustomDataService.class)
public final class CustomDataService {

    /** A pointer, or names with dots between them. */
    private static final Pattern PATH = Pattern.compile("(/([^~/]|~[01])+)+|[^./]+(\\.[^.]+)*");

    private final Changes changes;
    private final Transactions transactions;
    private final StoredDeviceTypes types;
    private final Rows rows;

    @Activate
    public CustomDataService(
            @Reference Changes changes,
            @Reference Transactions transactions,
            @Reference StoredDeviceTypes types,
            @Reference AuditLog audit) {
        this.changes = changes;
        this.transactions = transactions;
        this.types = types;
        this.rows = Belongings.customData(transactions, audit);
    }

    /**
     * A field as it is sent.
     *
     * @param usedAsVariable whether configs see the value
     * @param variableName as which they do; empty when they do not
     */
    record Form(String path, String label, String type, boolean usedAsVariable, String variableName) {

        Form stripped() {
            return new Form(path.strip(), label.strip(), type, usedAsVariable, variableName.strip());
        }

        Map<String, Object> columns() {
            Map<String, Object> columns = new LinkedHashMap<>();
            columns.put("path", path);
            columns.put("label", label);
            columns.put("type", type);
            columns.put("use_as_variable", usedAsVariable);
            columns.put("variable_name", usedAsVariable ? variableName : null);
            return columns;
        }
    }

    long create(Author author, long deviceType, Form form) {
        return changes.catalogued(() -> {
            DeviceType type = types.available(deviceType);
            Map<String, Object> columns = checked(form, type, 0).columns();
            columns.put("device_type_id", deviceType);
            return rows.add(author, columns);
        });
    }

    void edit(Author author, long id, Form form) {
        changes.catalogued(() -> {
            DeviceType type = types.catalogued(deviceType(id)).orElseThrow(Refusals::notFound);
            rows.change(author, id, checked(form, type, id).columns());
            return id;
        });
    }

    void delete(Author author, long id) {
        changes.catalogued(() -> {
            deviceType(id);
            rows.remove(author, id);
            return id;
        });
    }

    private Form checked(Form form, DeviceType type, long id) {
        Form stripped = form.stripped();
        Violations violations = new Violations();
        violations.required("path", stripped.path());
        violations.require(
                stripped.path().isEmpty() || PATH.matcher(stripped.path()).matches(), "path", "regex");
        violations.require(isFree("path", stripped.path(), type, id), "path", "uniqueEntity");
        violations.required("label", stripped.label());
        if (stripped.usedAsVariable()) {
            String name = stripped.variableName();
            VariableRules.checkName("variableName", name, PredefinedVariables.standard(type), violations);
            violations.require(isFree("variable_name", name, type, id), "variableName", "uniqueEntity");
        }
        violations.throwIfAny();
        return stripped;
    }

    private boolean isFree(String column, String value, DeviceType type, long id) {
        boolean storable = value.indexOf('\0') < 0;
        return !storable || !rows.exists("device_type_id = ? and id <> ? and " + column + " = ?", type.id(), id, value);
    }

    private long deviceType(long id) {
        return new Jdbc(transactions)
                .first("select device_type_id from fleet_custom_data_field where id = ?", row -> row.getLong(1), id)
                .orElseThrow(Refusals::notFound);
    }
}
