// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeOptions;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Switched;
import org.smartems.fleet.devicetype.ProcedureRequirements;
import org.smartems.spi.procedure.Capability;

/** Device types that are not stored, and what procedures ask of them, as clients read it. */
final class DeviceTypeJson {

    private static final List<String> NOT_AVAILABLE = List.of(
            "isVpnAvailable",
            "isMasqueradeAvailable",
            "isEndpointDevicesAvailable",
            "isDeviceToNetworkConnectionAvailable",
            "isAvailable");

    private DeviceTypeJson() {}

    /** A form to begin with, with the names that people get for slots which are off. */
    static ObjectNode of(DeviceTypeForm form) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("enabled", true);
        json.put("communicationProcedure", form.communicationProcedure());
        json.put("routePrefix", form.routePrefix());
        for (Capability capability : Capability.values()) {
            json.put(capability.id(), form.capabilities().contains(capability));
        }
        form.firmware().forEach((slot, firmware) -> json.put("nameFirmware" + slot, firmware.name()));
        form.configs().forEach((slot, config) -> {
            json.put("nameConfig" + slot, config.name());
            json.put("formatConfig" + slot, config.json() ? "json" : "plain");
        });
        form.requirements()
                .forEach((field, requirement) -> json.put(DeviceTypeFields.memberOf(field), requirement.id()));
        json.put("firmwareVersioning", form.firmwareVersioning());
        addOptions(json, form.options());
        json.putArray("certificateTypes");
        NOT_AVAILABLE.forEach(name -> json.put(name, false));
        return json;
    }

    private static void addOptions(ObjectNode json, DeviceTypeOptions options) {
        json.put("icon", options.icon());
        json.put("color", options.color());
        json.put("authenticationMethod", options.authenticationMethod());
        json.put("bindIdentity", options.bindIdentity());
        json.put("enableConfigLogs", options.configLogs());
        json.putObject("procedureSettings");
        options.commands().maxRetries().ifPresent(retries -> json.put("deviceCommandMaxRetries", retries));
        json.put("deviceCommandExpireDuration", options.commands().expireDuration());
        add(json, "enableConfigMinRsrp", "configMinRsrp", options.configMinRsrp());
        add(json, "enableFirmwareMinRsrp", "firmwareMinRsrp", options.firmwareMinRsrp());
        add(json, "enableConnectionAggregation", "connectionAggregationPeriod", options.connectionAggregation());
        options.virtualSubnetCidr().ifPresent(cidr -> json.put("virtualSubnetCidr", cidr));
        if (!options.masqueradeType().isEmpty()) {
            json.put("masqueradeType", options.masqueradeType());
        }
    }

    private static void add(ObjectNode json, String on, String name, Switched number) {
        json.put(on, number.on());
        number.value().ifPresent(value -> json.put(name, value));
    }

    /** What a procedure asks of its device types; nothing provides certificates. */
    static ObjectNode of(ProcedureRequirements requirements) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        add(json.putArray("communicationProcedureRequirementsRequired"), requirements.required());
        add(json.putArray("communicationProcedureRequirementsOptional"), requirements.optional());
        json.putArray("communicationProcedureCertificateCategoryRequired");
        json.putArray("communicationProcedureCertificateCategoryOptional");
        json.set("procedureSettings", SchemaJson.of(requirements.settings()));
        return json;
    }

    private static void add(ArrayNode array, List<Capability> capabilities) {
        capabilities.forEach(capability -> array.add(capability.id()));
    }
}
