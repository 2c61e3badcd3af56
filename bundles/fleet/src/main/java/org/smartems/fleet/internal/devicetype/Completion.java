// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.smartems.fleet.devicetype.ConfigSlot;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeOptions;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Switched;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.devicetype.FirmwareSlot;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;

/** What is put right in a form without a word, before it is checked. */
final class Completion {

    private Completion() {}

    static DeviceTypeForm of(DeviceTypeForm form, ProcedureDescription procedure) {
        boolean neverCalls = procedure.id().equals(DeviceTypes.NO_PROCEDURE);
        return new DeviceTypeForm(
                form.name().strip(),
                form.deviceName().strip(),
                form.certificateCommonNamePrefix().strip(),
                form.communicationProcedure(),
                neverCalls ? "/" : withoutEnd(form.routePrefix().strip()),
                capabilities(form, procedure),
                firmware(form),
                configs(form),
                requirements(form, procedure),
                form.firmwareVersioning().isBlank() ? DeviceTypes.ANY_SCHEMA : form.firmwareVersioning(),
                options(form.options(), neverCalls));
    }

    /** What does not fit the way to log in is dropped, and everything about calls where none come. */
    static DeviceTypeOptions options(DeviceTypeOptions options, boolean neverCalls) {
        boolean open = neverCalls || options.authenticationMethod().equals(OptionRules.NO_AUTHENTICATION);
        return new DeviceTypeOptions(
                options.icon().strip(),
                options.color().strip(),
                options.procedureSettings(),
                open ? OptionRules.NO_AUTHENTICATION : options.authenticationMethod(),
                open ? "" : options.credentialsSource(),
                options.bindIdentity() && !open,
                options.configLogs() && !neverCalls,
                options.commands(),
                options.configMinRsrp(),
                options.firmwareMinRsrp(),
                neverCalls ? Switched.off() : options.connectionAggregation(),
                options.virtualSubnetCidr(),
                options.masqueradeType());
    }

    /** A connection to networks goes over the VPN, which nothing provides: it is reset, as where VPN is off. */
    private static Set<Capability> capabilities(DeviceTypeForm form, ProcedureDescription procedure) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        capabilities.addAll(form.capabilities());
        if (procedure.supported().contains(Capability.DEVICE_TO_NETWORK_CONNECTION)) {
            capabilities.remove(Capability.DEVICE_TO_NETWORK_CONNECTION);
        }
        return capabilities;
    }

    private static Map<Integer, FirmwareSlot> firmware(DeviceTypeForm form) {
        Map<Integer, FirmwareSlot> slots = new TreeMap<>();
        form.firmware()
                .forEach((slot, firmware) -> slots.put(
                        slot,
                        new FirmwareSlot(
                                firmware.name().strip(),
                                withoutEnd(firmware.customUrl().strip()))));
        return slots;
    }

    private static Map<Integer, ConfigSlot> configs(DeviceTypeForm form) {
        Map<Integer, ConfigSlot> slots = new TreeMap<>();
        form.configs()
                .forEach((slot, config) ->
                        slots.put(slot, new ConfigSlot(config.name().strip(), config.json())));
        return slots;
    }

    private static Map<DeviceField, FieldRequirement> requirements(
            DeviceTypeForm form, ProcedureDescription procedure) {
        Map<DeviceField, FieldRequirement> requirements = new EnumMap<>(DeviceField.class);
        for (DeviceField field : RequirementColumns.FIELDS) {
            requirements.put(field, form.requirements().getOrDefault(field, procedure.requirement(field)));
        }
        return requirements;
    }

    private static String withoutEnd(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
