// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.variable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.smartems.fleet.Variable;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.internal.customdata.CustomData;
import org.smartems.fleet.internal.device.DeviceFacts;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;

/** Variables that every config of a device can use, made of what is known of the device. */
public final class PredefinedVariables {

    private PredefinedVariables() {}

    /**
     * The predefined variables of a device.
     *
     * @param type of the device
     * @param identifier of the device
     * @param name of the device
     * @param facts as they will be stored with the contact
     * @return by name; null stands for what is not known
     */
    public static Map<String, Object> of(DeviceType type, String identifier, String name, DeviceFacts facts) {
        Map<String, Object> variables = standard(type, identifier, name, facts);
        if (!type.customData().isEmpty()) {
            CustomData.variables(type.customData(), facts.customData()).forEach(variables::putIfAbsent);
        }
        return variables;
    }

    private static Map<String, Object> standard(DeviceType type, String identifier, String name, DeviceFacts facts) {
        Map<String, Object> variables = new LinkedHashMap<>();
        String serialNumber = text(facts, DeviceField.SERIAL_NUMBER);
        variables.put("SerialNr", serialNumber);
        variables.put("serialNumber", serialNumber);
        variables.put("identifier", identifier);
        variables.put("name", name);
        variables.put("XForwardedForIP", orNull(facts.forwardedFor()));
        variables.put("SourceIP", orNull(facts.sourceIp()));
        if (type.has(Capability.GSM)) {
            addGsm(variables, facts);
        }
        if (type.has(Capability.DEVICE_COMMANDS)) {
            variables.put("registrationId", text(facts, DeviceField.REGISTRATION_ID));
            variables.put("endorsementKey", text(facts, DeviceField.ENDORSEMENT_KEY));
            variables.put("hardwareVersion", text(facts, DeviceField.HARDWARE_VERSION));
            variables.put("firmwareVersion", facts.firmwareVersions().get(1));
        }
        return variables;
    }

    /** All variables of a device: a predefined one hides a defined one of its name; each has a value of its type. */
    public static Map<String, Object> over(List<Variable> defined, Map<String, Object> predefined) {
        Map<String, Object> all = new LinkedHashMap<>();
        defined.forEach(
                variable -> all.put(variable.name(), Casting.cast(variable).orElse(variable.value())));
        all.putAll(predefined);
        return all;
    }

    /** The names that devices of a type have predefined. */
    public static Set<String> names(DeviceType type) {
        return of(type, "", "", DeviceFacts.NONE).keySet();
    }

    /** Those names that do not depend on the custom data of the type. */
    public static Set<String> standard(DeviceType type) {
        return standard(type, "", "", DeviceFacts.NONE).keySet();
    }

    private static void addGsm(Map<String, Object> variables, DeviceFacts facts) {
        variables.put("imei", text(facts, DeviceField.IMEI));
        variables.put("imsi", text(facts, DeviceField.IMSI));
        variables.put("IMSI", text(facts, DeviceField.IMSI));
        variables.put("imsi2", text(facts, DeviceField.IMSI2));
        variables.put("operatorCode", text(facts, DeviceField.OPERATOR_CODE));
        variables.put("band", text(facts, DeviceField.BAND));
        variables.put("cellId", text(facts, DeviceField.CELL_ID));
        variables.put("networkGeneration", text(facts, DeviceField.NETWORK_GENERATION));
        variables.put("rsrp", text(facts, DeviceField.RSRP));
        variables.put("rsrpValue", number(facts.rsrpValue()));
        variables.put("cellularIp1", text(facts, DeviceField.CELLULAR_IP1));
        variables.put("cellularUptime1", text(facts, DeviceField.CELLULAR_UPTIME1));
        variables.put("cellularUptimeSeconds1", number(facts.seconds(DeviceField.CELLULAR_UPTIME1)));
        variables.put("cellularIp2", text(facts, DeviceField.CELLULAR_IP2));
        variables.put("cellularUptime2", text(facts, DeviceField.CELLULAR_UPTIME2));
        variables.put("cellularUptimeSeconds2", number(facts.seconds(DeviceField.CELLULAR_UPTIME2)));
    }

    private static String text(DeviceFacts facts, DeviceField field) {
        return facts.field(field).orElse(null);
    }

    private static String orNull(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty()).orElse(null);
    }

    private static Long number(OptionalInt number) {
        return number.isPresent() ? (long) number.getAsInt() : null;
    }

    private static Long number(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
