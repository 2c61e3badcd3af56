// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.List;
import org.smartems.fleet.internal.store.Rows;
import org.smartems.persistence.Transactions;
import org.smartems.platform.audit.AuditLog;
import org.smartems.platform.audit.Author;

/** What belongs to a device type beside its own fields, and goes with it when it is copied. */
public final class Belongings {

    private final List<Rows> all;

    Belongings(Transactions transactions, AuditLog audit) {
        all = List.of(
                firmwareRules(transactions, audit), hardware(transactions, audit), customData(transactions, audit));
    }

    /** How the firmware of single slots is compared. */
    public static Rows firmwareRules(Transactions transactions, AuditLog audit) {
        return Rows.of(transactions, audit, "FirmwareRule", "fleet_firmware_rule", "fleet_firmware_rule_seq");
    }

    /** What devices are built of. */
    public static Rows hardware(Transactions transactions, AuditLog audit) {
        return Rows.of(transactions, audit, "Hardware", "fleet_hardware", "fleet_hardware_seq");
    }

    /** Which custom data is kept. */
    public static Rows customData(Transactions transactions, AuditLog audit) {
        return Rows.of(
                transactions, audit, "CustomDataField", "fleet_custom_data_field", "fleet_custom_data_field_seq");
    }

    void copy(Author author, long from, long to) {
        all.forEach(rows -> rows.copy(author, "device_type_id", from, to));
    }
}
