// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.variable.VariableAudit;
import org.smartems.persistence.Transactions.Work;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.audit.Author;

/** What the audit log tells of devices: what people decide, not what devices report. */
public final class DeviceAudit {

    private static final AuditedEntity FLAGS = new AuditedEntity(
            "Device",
            "select jsonb_build_object(" + flags() + ") from fleet_device_state s where s.device_id = ?",
            Set.of());

    static final AuditedEntity DEVICE = new AuditedEntity(
            "Device",
            "select to_jsonb(d) - 'identifier_reported' || jsonb_build_object('variables', "
                    + VariableAudit.of("d.variables")
                    + ", " + members() + ") from fleet_device d join fleet_device_state s on s.device_id = d.id"
                    + " where d.id = ?",
            Set.of());

    private DeviceAudit() {}

    /** Many devices at once. */
    static <T> T changed(AuditLog audit, Author author, List<Long> ids, Work<T, RuntimeException> change) {
        return audit.changedMany(author, DEVICE, ids, change);
    }

    /** Any number of devices, of which nothing but flags changes. */
    public static <T> T flagged(AuditLog audit, Author author, List<Long> ids, Work<T, RuntimeException> change) {
        return audit.changedMany(author, FLAGS, ids, change);
    }

    private static String members() {
        String facts = DeviceForm.EDITABLE.stream()
                .map(FactColumns::of)
                .map(column -> "'" + column + "', s." + column)
                .collect(Collectors.joining(", "));
        return facts + ", " + flags();
    }

    private static String flags() {
        return Arrays.stream(WorkFlag.values())
                .map(WorkFlags::column)
                .map(column -> "'" + column + "', s." + column + " <> 0")
                .collect(Collectors.joining(", "));
    }
}
