// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.ArrayList;
import java.util.List;
import org.smartems.resource.Content;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;

/** What the REST API tells of device types and takes for them; the table is {@code fleet_device_type t}. */
final class DeviceTypeFields {

    private static final List<String> FORMATS = List.of("plain", "json");
    private static final List<String> REQUIREMENTS = List.of(
            FieldRequirement.UNUSED.id(),
            FieldRequirement.OPTIONAL.id(),
            FieldRequirement.REQUIRED_IN_COMMUNICATION.id(),
            FieldRequirement.REQUIRED.id());
    /** Nothing installed provides certificates, networks or what needs them. */
    private static final String NOT_PROVIDED = "false";

    private DeviceTypeFields() {}

    static List<Field> all() {
        List<Field> fields = new ArrayList<>();
        fields.addAll(identity());
        for (int slot = 1; slot <= 3; slot++) {
            fields.addAll(firmware(slot));
        }
        for (int slot = 1; slot <= 3; slot++) {
            fields.addAll(config(slot));
        }
        fields.addAll(calls());
        fields.addAll(capabilities());
        RequirementColumns.FIELDS.forEach(field -> fields.add(requirement(field)));
        fields.add(capability(Capability.DEVICE_COMMANDS));
        fields.add(capability(Capability.DEVICE_TO_NETWORK_CONNECTION));
        fields.addAll(options());
        fields.addAll(availability());
        fields.addAll(ours());
        return fields;
    }

    private static List<Field> identity() {
        return List.of(
                sent(Field.text("name", "t.name")).required().column(),
                icon(),
                sent(Field.text("deviceName", "t.device_name")).required().column(),
                color(),
                Field.text("slug", "t.slug"),
                sent(Field.text("certificateCommonNamePrefix", "t.certificate_common_name_prefix"))
                        .required()
                        .maximumLength(FormRules.COMMON_NAME_PREFIX_LENGTH),
                Field.bool("enabled", "t.enabled").column());
    }

    static Field icon() {
        return sent(Field.enumeration("icon", "t.icon", OptionRules.ICONS))
                .required()
                .defaultValue("router");
    }

    static Field color() {
        return sent(Field.text("color", "t.color")).required().defaultValue("#000000");
    }

    private static List<Field> firmware(int slot) {
        String on = Capability.firmware(slot).id();
        return List.of(
                capability(Capability.firmware(slot)),
                sent(Field.text("nameFirmware" + slot, "t.name_firmware" + slot))
                        .requiredIf(on)
                        .acceptedIf(on)
                        .defaultValue("Firmware" + number(slot)),
                sent(Field.text("customUrlFirmware" + slot, "t.custom_url_firmware" + slot))
                        .acceptedIf(on));
    }

    private static List<Field> config(int slot) {
        String on = Capability.config(slot).id();
        return List.of(
                capability(Capability.config(slot)),
                capability(Capability.alwaysReinstallConfig(slot)).acceptedIf(on),
                sent(Field.text("nameConfig" + slot, "t.name_config" + slot))
                        .requiredIf(on)
                        .acceptedIf(on)
                        .defaultValue("Config" + number(slot)),
                sent(Field.enumeration("formatConfig" + slot, "t.format_config" + slot, FORMATS))
                        .requiredIf(on)
                        .acceptedIf(on)
                        .defaultValue("plain"));
    }

    private static List<Field> calls() {
        return List.of(
                authenticationMethod(),
                credentialsSource(),
                empty("deviceTypeSecretCredential"),
                empty("deviceTypeCertificateTypeCredential"),
                sent(Field.text("routePrefix", "t.route_prefix"))
                        .defaultValue("/")
                        .column(),
                sent(Field.enumeration("communicationProcedure", "t.communication_procedure", List.of()))
                        .target(PlugInOptions.PROCEDURES)
                        .required()
                        .defaultValue("none")
                        .column());
    }

    static Field authenticationMethod() {
        return sent(Field.enumeration("authenticationMethod", "t.authentication_method", List.of()))
                .target(PlugInOptions.METHODS)
                .defaultValue(OptionRules.NO_AUTHENTICATION)
                .column();
    }

    static Field credentialsSource() {
        return sent(Field.enumeration(
                "credentialsSource", "t.credentials_source", List.of("user", "secret", "both", "userIfSecretMissing")));
    }

    /** Another thing of a kind that nothing installed provides: never there, and only emptiness may be sent. */
    static Field empty(String name) {
        return sent(Field.reference(name, "null::bigint", "null::text"));
    }

    private static List<Field> capabilities() {
        return List.of(
                capability(Capability.CERTIFICATES),
                capability(Capability.VPN),
                capability(Capability.ENDPOINT_DEVICES),
                capability(Capability.TEMPLATES),
                capability(Capability.VARIABLES),
                capability(Capability.MASQUERADE),
                capability(Capability.GSM),
                capability(Capability.REQUEST_CONFIG),
                capability(Capability.REQUEST_DIAGNOSE));
    }

    private static Field requirement(DeviceField field) {
        String column = field.id().replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
        return sent(Field.enumeration(memberOf(field), "t.field_" + column, REQUIREMENTS))
                .required()
                .defaultValue(FieldRequirement.UNUSED.id());
    }

    /** The name of the requirement of a field, such as {@code fieldSerialNumber}. */
    static String memberOf(DeviceField field) {
        return "field" + Character.toUpperCase(field.id().charAt(0))
                + field.id().substring(1);
    }

    /** What can be changed later, too. */
    private static List<Field> options() {
        return List.of(
                commandRetries().requiredIf("hasDeviceCommands").acceptedIf("hasDeviceCommands"),
                commandExpiry().requiredIf("hasDeviceCommands").acceptedIf("hasDeviceCommands"),
                flag("enableConfigMinRsrp", "t.enable_config_min_rsrp"),
                switched("configMinRsrp", "t.config_min_rsrp", "enableConfigMinRsrp")
                        .defaultValue(-116),
                flag("enableFirmwareMinRsrp", "t.enable_firmware_min_rsrp"),
                switched("firmwareMinRsrp", "t.firmware_min_rsrp", "enableFirmwareMinRsrp")
                        .defaultValue(-116),
                flag("enableConfigLogs", "t.enable_config_logs"),
                flag("enableConnectionAggregation", "t.enable_connection_aggregation"),
                switched(
                                "connectionAggregationPeriod",
                                "t.connection_aggregation_period",
                                "enableConnectionAggregation")
                        .minimum(1)
                        .defaultValue(24),
                subnet().acceptedIf("hasEndpointDevices"),
                masquerade().acceptedIf("hasMasquerade"),
                Field.list("certificateTypes", "'[]'::jsonb").input(In.CREATE, In.EDIT));
    }

    static Field commandRetries() {
        return sent(Field.integer("deviceCommandMaxRetries", "t.device_command_max_retries"))
                .minimum(0)
                .defaultValue(3);
    }

    static Field commandExpiry() {
        return sent(Field.text("deviceCommandExpireDuration", "t.device_command_expire_duration"))
                .defaultValue("+4 hours");
    }

    static Field subnet() {
        return sent(Field.integer("virtualSubnetCidr", "t.virtual_subnet_cidr"))
                .minimum(1)
                .maximum(32)
                .defaultValue(32);
    }

    static Field masquerade() {
        return sent(Field.enumeration(
                        "masqueradeType", "t.masquerade_type", List.of("disabled", "default", "advanced")))
                .defaultValue("disabled");
    }

    private static List<Field> availability() {
        return List.of(
                Field.bool("isVpnAvailable", NOT_PROVIDED),
                Field.bool("isMasqueradeAvailable", NOT_PROVIDED),
                Field.bool("isEndpointDevicesAvailable", NOT_PROVIDED),
                Field.bool("isDeviceToNetworkConnectionAvailable", NOT_PROVIDED),
                Field.bool("isAvailable", "t.enabled"));
    }

    /** Members that clients may not know. */
    private static List<Field> ours() {
        return List.of(
                sent(Field.enumeration("firmwareVersioning", "t.firmware_versioning", List.of()))
                        .target(PlugInOptions.VERSIONINGS)
                        .kept()
                        .defaultValue("anySchema"),
                procedureSettings(),
                bindIdentity());
    }

    static Field procedureSettings() {
        String visible =
                "(select coalesce(jsonb_object_agg(s.key, s.value), '{}') from jsonb_each(t.procedure_settings)"
                        + " s where jsonb_typeof(s.value) <> 'object')";
        return sent(Field.json("procedureSettings", visible).holds(Content.VALUES_BY_NAME))
                .kept();
    }

    static Field bindIdentity() {
        return flag("bindIdentity", "t.bind_identity").kept();
    }

    private static Field flag(String name, String sql) {
        return sent(Field.bool(name, sql));
    }

    private static Field switched(String name, String sql, String on) {
        return sent(Field.integer(name, sql)).requiredIf(on).acceptedIf(on);
    }

    private static Field capability(Capability capability) {
        return flag(capability.id(), "' ' || t.capabilities || ' ' like '% " + capability.id() + " %'");
    }

    private static Field sent(Field field) {
        return field.input(In.CREATE, In.EDIT);
    }

    private static String number(int slot) {
        return slot == 1 ? "" : String.valueOf(slot);
    }
}
