// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.devicetype;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;

/**
 * A device type as people fill it in; an empty text is a missing one.
 *
 * @param name unique
 * @param deviceName what a device is called in texts
 * @param certificateCommonNamePrefix unique, up to six characters
 * @param communicationProcedure id of the procedure
 * @param routePrefix where its devices call
 * @param capabilities what is switched on
 * @param firmware of the firmware slots that are on, by slot
 * @param configs of the config slots that are on, by slot
 * @param requirements of fields; the procedure's own for a field that is not in it
 * @param firmwareVersioning id of the order of firmware versions
 * @param options what can be changed later, too
 */
public record DeviceTypeForm(
        String name,
        String deviceName,
        String certificateCommonNamePrefix,
        String communicationProcedure,
        String routePrefix,
        Set<Capability> capabilities,
        Map<Integer, FirmwareSlot> firmware,
        Map<Integer, ConfigSlot> configs,
        Map<DeviceField, FieldRequirement> requirements,
        String firmwareVersioning,
        DeviceTypeOptions options) {

    /** Copies the collections. */
    public DeviceTypeForm {
        Set<Capability> switchedOn = EnumSet.noneOf(Capability.class);
        switchedOn.addAll(capabilities);
        capabilities = Collections.unmodifiableSet(switchedOn);
        firmware = Collections.unmodifiableMap(new TreeMap<>(firmware));
        configs = Collections.unmodifiableMap(new TreeMap<>(configs));
        Map<DeviceField, FieldRequirement> constrained = new EnumMap<>(DeviceField.class);
        constrained.putAll(requirements);
        requirements = Collections.unmodifiableMap(constrained);
    }

    /**
     * The same form with other options.
     *
     * @param changed all of them
     * @return a copy
     */
    public DeviceTypeForm withOptions(DeviceTypeOptions changed) {
        return new DeviceTypeForm(
                name,
                deviceName,
                certificateCommonNamePrefix,
                communicationProcedure,
                routePrefix,
                capabilities,
                firmware,
                configs,
                requirements,
                firmwareVersioning,
                changed);
    }

    /**
     * The same form with what must be unique.
     *
     * @param otherName of the type
     * @param otherCommonNamePrefix up to six characters
     * @param otherRoutePrefix where its devices call
     * @return a copy
     */
    public DeviceTypeForm withIdentity(String otherName, String otherCommonNamePrefix, String otherRoutePrefix) {
        return new DeviceTypeForm(
                otherName,
                deviceName,
                otherCommonNamePrefix,
                communicationProcedure,
                otherRoutePrefix,
                capabilities,
                firmware,
                configs,
                requirements,
                firmwareVersioning,
                options);
    }
}
