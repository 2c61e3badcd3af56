// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.smartems.api.error.FieldError;
import org.smartems.fleet.devicetype.ConfigSlot;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeOptions;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Commands;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Switched;
import org.smartems.fleet.devicetype.FirmwareSlot;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.store.RequirementConverter;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Input;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;

/** Turns what clients send of a device type into forms. */
final class DeviceTypeInputs {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};

    /** Procedures of devices that never call: what is about calls is an unknown member then. */
    private static final Set<String> NEVER_CALL = Set.of("none", "noneScep", "noneVpn");

    private static final List<String> ABOUT_CALLS = List.of(
            "routePrefix",
            "authenticationMethod",
            "credentialsSource",
            "deviceTypeSecretCredential",
            "deviceTypeCertificateTypeCredential",
            "enableConfigLogs",
            "enableConnectionAggregation");

    /** Options of a capability that the body of a limited edit does not name. */
    private static final Map<String, Capability> WITH_CAPABILITY = new TreeMap<>(Map.of(
            "deviceCommandMaxRetries", Capability.DEVICE_COMMANDS,
            "deviceCommandExpireDuration", Capability.DEVICE_COMMANDS,
            "virtualSubnetCidr", Capability.ENDPOINT_DEVICES,
            "masqueradeType", Capability.MASQUERADE));

    /** What can be changed while a type is in use and needs nothing that the body does not name. */
    private static final Set<String> OPTIONS = Set.of(
            "icon",
            "color",
            "authenticationMethod",
            "credentialsSource",
            "deviceTypeSecretCredential",
            "deviceTypeCertificateTypeCredential",
            "enableConfigLogs",
            "enableConnectionAggregation",
            "connectionAggregationPeriod",
            "enableConfigMinRsrp",
            "configMinRsrp",
            "enableFirmwareMinRsrp",
            "firmwareMinRsrp",
            "certificateTypes",
            "procedureSettings",
            "bindIdentity");

    private DeviceTypeInputs() {}

    /** The members of a limited edit; the first three are taken and change nothing. */
    static List<Field> limited() {
        List<Field> fields = new ArrayList<>();
        for (String name : List.of("name", "deviceName", "certificateCommonNamePrefix")) {
            fields.add(Field.text(name, null).input(In.EDIT));
        }
        fields.add(DeviceTypeFields.commandRetries());
        fields.add(DeviceTypeFields.commandExpiry());
        fields.add(DeviceTypeFields.subnet());
        fields.add(DeviceTypeFields.masquerade());
        DeviceTypeFields.all().stream()
                .filter(field -> OPTIONS.contains(field.name()))
                .forEach(fields::add);
        return fields;
    }

    /**
     * A whole type.
     *
     * @param stored what is edited; empty for a new one
     */
    static DeviceTypeForm form(Input input, Optional<DeviceTypeForm> stored) {
        String procedure = input.text("communicationProcedure");
        check(input, procedure);
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        for (Capability capability : Capability.values()) {
            if (input.bool(capability.id())) {
                capabilities.add(capability);
            }
        }
        return new DeviceTypeForm(
                input.text("name"),
                input.text("deviceName"),
                input.text("certificateCommonNamePrefix"),
                procedure,
                input.text("routePrefix"),
                capabilities,
                firmware(input, capabilities),
                configs(input, capabilities),
                requirements(input),
                kept(input, "firmwareVersioning", stored)
                        ? stored.orElseThrow().firmwareVersioning()
                        : input.text("firmwareVersioning"),
                options(input, stored.map(DeviceTypeForm::options)));
    }

    /** What can be changed while a type is in use. */
    static DeviceTypeOptions options(Input input, DeviceTypeForm stored) {
        check(input, stored.communicationProcedure());
        refuse(WITH_CAPABILITY.entrySet().stream()
                .filter(option -> input.has(option.getKey()))
                .filter(option -> !stored.capabilities().contains(option.getValue()))
                .map(Map.Entry::getKey)
                .toList());
        return options(input, Optional.of(stored.options()));
    }

    private static DeviceTypeOptions options(Input input, Optional<DeviceTypeOptions> stored) {
        return new DeviceTypeOptions(
                input.text("icon"),
                input.text("color"),
                kept(input, "procedureSettings", stored) ? stored.orElseThrow().procedureSettings() : settings(input),
                input.text("authenticationMethod"),
                input.text("credentialsSource"),
                kept(input, "bindIdentity", stored) ? stored.orElseThrow().bindIdentity() : input.bool("bindIdentity"),
                input.bool("enableConfigLogs"),
                new Commands(input.integer("deviceCommandMaxRetries"), input.text("deviceCommandExpireDuration")),
                switched(input, "enableConfigMinRsrp", "configMinRsrp"),
                switched(input, "enableFirmwareMinRsrp", "firmwareMinRsrp"),
                switched(input, "enableConnectionAggregation", "connectionAggregationPeriod"),
                input.integer("virtualSubnetCidr"),
                input.text("masqueradeType"));
    }

    private static boolean kept(Input input, String name, Optional<?> stored) {
        return stored.isPresent() && !input.has(name);
    }

    private static Switched switched(Input input, String on, String value) {
        return new Switched(input.bool(on), input.integer(value));
    }

    private static Map<String, Object> settings(Input input) {
        Optional<JsonNode> settings = input.json("procedureSettings");
        if (settings.isEmpty()) {
            return Map.of();
        }
        if (!settings.get().isObject()) {
            throw Violations.of("procedureSettings", "invalid");
        }
        return MAPPER.convertValue(settings.get(), SETTINGS);
    }

    private static Map<Integer, FirmwareSlot> firmware(Input input, Set<Capability> capabilities) {
        Map<Integer, FirmwareSlot> slots = new TreeMap<>();
        for (int slot = 1; slot <= 3; slot++) {
            if (capabilities.contains(Capability.firmware(slot))) {
                slots.put(
                        slot,
                        new FirmwareSlot(input.text("nameFirmware" + slot), input.text("customUrlFirmware" + slot)));
            }
        }
        return slots;
    }

    private static Map<Integer, ConfigSlot> configs(Input input, Set<Capability> capabilities) {
        Map<Integer, ConfigSlot> slots = new TreeMap<>();
        for (int slot = 1; slot <= 3; slot++) {
            if (capabilities.contains(Capability.config(slot))) {
                boolean json = input.text("formatConfig" + slot).equals("json");
                slots.put(slot, new ConfigSlot(input.text("nameConfig" + slot), json));
            }
        }
        return slots;
    }

    private static Map<DeviceField, FieldRequirement> requirements(Input input) {
        Map<DeviceField, FieldRequirement> requirements = new EnumMap<>(DeviceField.class);
        RequirementConverter converter = new RequirementConverter();
        for (DeviceField field : RequirementColumns.FIELDS) {
            String id = input.text(DeviceTypeFields.memberOf(field));
            requirements.put(field, converter.convertToEntityAttribute(id));
        }
        return requirements;
    }

    /** What nothing installed provides cannot be named, and what is about calls not where none come. */
    private static void check(Input input, String procedure) {
        if (NEVER_CALL.contains(procedure)) {
            refuse(ABOUT_CALLS.stream().filter(input::has).toList());
        }
        Violations violations = new Violations();
        violations.require(
                input.number("deviceTypeSecretCredential").isEmpty(),
                "deviceTypeSecretCredential",
                "deviceType.deviceTypeSecretCredentialInvalid");
        violations.require(
                input.number("deviceTypeCertificateTypeCredential").isEmpty(),
                "deviceTypeCertificateTypeCredential",
                "deviceType.deviceTypeCertificateTypeCredentialInvalid");
        violations.require(input.list("certificateTypes").isEmpty(), "certificateTypes", "choice");
        violations.throwIfAny();
    }

    private static void refuse(List<String> members) {
        if (!members.isEmpty()) {
            Violations violations = new Violations();
            violations.add(FieldError.of("", "validation.extraFields").with("fields", String.join(", ", members)));
            violations.throwIfAny();
        }
    }
}
