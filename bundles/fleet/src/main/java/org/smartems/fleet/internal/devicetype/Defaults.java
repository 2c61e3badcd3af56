// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.smartems.fleet.devicetype.ConfigSlot;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeOptions;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Commands;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Switched;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.devicetype.FirmwareSlot;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;

/** A form to begin with. */
final class Defaults {

    private Defaults() {}

    static DeviceTypeForm of(ProcedureDescription procedure) {
        Map<Integer, FirmwareSlot> firmware = new TreeMap<>();
        Map<Integer, ConfigSlot> configs = new TreeMap<>();
        for (int slot = 1; slot <= 3; slot++) {
            String number = slot == 1 ? "" : String.valueOf(slot);
            if (procedure.required().contains(Capability.firmware(slot))) {
                firmware.put(slot, new FirmwareSlot("Firmware" + number, ""));
            }
            if (procedure.required().contains(Capability.config(slot))) {
                configs.put(slot, new ConfigSlot("Config" + number, false));
            }
        }
        Map<DeviceField, FieldRequirement> requirements = new EnumMap<>(DeviceField.class);
        RequirementColumns.FIELDS.forEach(field -> requirements.put(field, procedure.requirement(field)));
        return new DeviceTypeForm(
                "",
                "",
                "",
                procedure.id(),
                "/",
                procedure.required(),
                firmware,
                configs,
                requirements,
                DeviceTypes.ANY_SCHEMA,
                options());
    }

    private static DeviceTypeOptions options() {
        return new DeviceTypeOptions(
                "router",
                "#000000",
                Map.of(),
                OptionRules.NO_AUTHENTICATION,
                "",
                false,
                false,
                new Commands(OptionalInt.of(3), "+4 hours"),
                Switched.off(),
                Switched.off(),
                Switched.off(),
                OptionalInt.empty(),
                "");
    }
}
