// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.smartems.fleet.catalogue.CustomDataField;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.access.Access;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.devicetype.DeviceTypeShapes;
import org.smartems.fleet.internal.label.LabelResource;
import org.smartems.fleet.internal.variable.VariableFields;
import org.smartems.resource.Content;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Permission;
import org.smartems.resource.Shape;
import org.smartems.resource.Target;

/** What the REST API tells of a device. */
final class DeviceShape {

    static final Permission[] OPERATORS = {Permission.ADMIN, Permission.SMARTEMS};

    private static final Permission[] VPN = {Permission.ADMIN_VPN, Permission.VPN};
    private static final String[] DATED = {"createdAt", "updatedAt", "createdBy", "updatedBy"};

    private static final Shape VERSION =
            Shape.of("fleet_template_version v", "v.id", "v.name").history("v").target("templateversion", "");

    /** Templates wherever devices refer to them. */
    static final Shape TEMPLATE = Shape.of("fleet_template t", "t.id", "t.name")
            .history("t")
            .target("template", "options/templates")
            .fields(
                    Field.one("productionTemplate", "t.production_version_id", VERSION.only(DATED)),
                    Field.one("stagingTemplate", "t.staging_version_id", VERSION.only(DATED)));

    /** A device can have the templates of its type. */
    static final Target TEMPLATE_OF_TYPE = new Target("template", "options/templates/{deviceType}");

    /** Outer joins, so that a statement which needs nothing of a table does not read it. */
    private static final String FROM = "fleet_device d left join fleet_device_state s on s.device_id = d.id"
            + " left join fleet_device_type y on y.id = d.device_type_id"
            + " left join fleet_template t on t.id = d.template_id";

    static final Shape DEVICE = Shape.of(FROM, "d.id", "d.name")
            .history("d")
            .fields(vpn())
            .fields(facts())
            .fields(identity())
            .fields(counters())
            .fields(flags())
            .fields(relations())
            .fields(certificates());

    private DeviceShape() {}

    /** Whether a type has a capability; needs its column {@code capabilities}. */
    static String has(String column, String capability) {
        return "' ' || " + column + " || ' ' like '% " + capability + " %'";
    }

    /** Nothing provides these yet. */
    private static List<Field> vpn() {
        return List.of(
                Field.dateTime("vpnLastConnectionAt", "null::timestamptz").readBy(VPN),
                Field.text("virtualIp", "null::text").readBy(VPN),
                Field.number("virtualIpSortable", "null::bigint").readBy(VPN),
                Field.text("vpnIp", "null::text").readBy(VPN),
                Field.number("vpnIpSortable", "null::bigint").readBy(VPN),
                Field.bool("vpnConnected", "false").readBy(VPN),
                Field.number("vpnTrafficIn", "null::bigint").readBy(VPN),
                Field.number("vpnTrafficOut", "null::bigint").readBy(VPN),
                Field.text("virtualSubnetIp", "null::text").readBy(VPN),
                Field.number("virtualSubnetIpSortable", "null::bigint").readBy(VPN),
                Field.text("virtualSubnet", "null::text").readBy(VPN));
    }

    private static List<Field> facts() {
        return List.of(
                sent(Field.text("imei", "s.imei")),
                sent(Field.text("imsi", "s.imsi")),
                Field.text("imsi2", "s.imsi2"),
                Field.text("operatorCode", "s.operator_code"),
                Field.text("band", "s.band"),
                operators(Field.text("cellId", "s.cell_id")),
                Field.text("networkGeneration", "s.network_generation"),
                Field.text("rsrp", "s.rsrp"),
                Field.integer("rsrpValue", "s.rsrp_value"),
                operators(Field.text("cellularIp1", "s.cellular_ip1")),
                operators(Field.text("cellularUptime1", "s.cellular_uptime1")),
                operators(Field.number("cellularUptimeSeconds1", "s.cellular_uptime_seconds1")),
                operators(Field.text("cellularIp2", "s.cellular_ip2")),
                operators(Field.text("cellularUptime2", "s.cellular_uptime2")),
                operators(Field.number("cellularUptimeSeconds2", "s.cellular_uptime_seconds2")),
                Field.text("firmwareVersion1", "s.firmware_version1").column(),
                Field.text("firmwareVersion2", "s.firmware_version2"),
                Field.text("firmwareVersion3", "s.firmware_version3"),
                operators(Field.text("xForwardedFor", "s.x_forwarded_for")),
                operators(Field.text("host", "s.host")),
                operators(Field.text("ipv6Prefix", "s.ipv6_prefix")),
                operators(Field.text("uptime", "s.uptime")),
                operators(Field.number("uptimeSeconds", "s.uptime_seconds")),
                operators(customData()),
                Field.dateTime("seenAt", "s.seen_at").column());
    }

    /** What the type declares, with the values that were reported last. */
    private static Field customData() {
        String sql = "(select coalesce(jsonb_agg(jsonb_build_object('label', c.label, 'path', c.path, 'type', c.type,"
                + " 'value', s.custom_data -> c.path) order by c.id), '[]') from fleet_custom_data_field c"
                + " where c.device_type_id = d.device_type_id)";
        return Field.list(
                        "customData",
                        sql,
                        Field.text("label", null),
                        Field.text("path", null),
                        Field.enumeration("type", null, CustomDataField.Type.IDS),
                        Field.json("value", null).holdsAnything("as the device sent it, when the type is json"))
                .notInLists();
    }

    private static List<Field> identity() {
        return List.of(
                sent(Field.text("serialNumber", "s.serial_number")).column(),
                sent(Field.text("model", "s.model")),
                sent(Field.longText("registrationId", "s.registration_id")),
                sent(Field.longText("endorsementKey", "s.endorsement_key")),
                sent(Field.text("hardwareVersion", "s.hardware_version")),
                Field.one("deviceType", "d.device_type_id", DeviceTypeShapes.DT1)
                        .target(DeviceTypeShapes.availableFor(""))
                        .required()
                        .input(In.CREATE)
                        .writtenBy(OPERATORS)
                        .column(),
                Field.text("identifier", "d.identifier").column(),
                sent(Field.text("name", "d.name")).required().column(),
                Field.longText("description", "d.description").input(In.CREATE, In.EDIT),
                Field.enumeration("masqueradeType", "null::text", List.of("disabled", "default", "advanced"))
                        .readBy(Permission.ADMIN_VPN)
                        .input(In.CREATE, In.EDIT)
                        .writtenBy(Permission.ADMIN_VPN),
                Field.text("uuid", "d.uuid").readBy(Permission.ADMIN),
                sent(Field.bool("enabled", "d.enabled")).column(),
                sent(operators(Field.bool("staging", "d.staging"))));
    }

    private static List<Field> counters() {
        return List.of(
                operators(Field.number("commandRetryCount", "s.command_retry_count::bigint")),
                operators(Field.bool("lastCommandCritical", "s.last_command_critical")),
                operators(Field.number("connectionAmount", "s.connection_amount")),
                operators(Field.dateTime("connectionAmountFrom", "s.connection_amount_from")));
    }

    private static List<Field> flags() {
        return Arrays.stream(WorkFlag.values())
                .map(flag -> sent(operators(Field.bool(flag.id(), flag(flag)))))
                .toList();
    }

    /** What the device gets anyway is always asked for. */
    private static String flag(WorkFlag flag) {
        String set = "s." + WorkFlags.column(flag) + " <> 0";
        String id = flag.id();
        return id.startsWith("reinstallConfig")
                ? "(" + set + " or " + has("y.capabilities", "hasAlwaysR" + id.substring(1)) + ")"
                : set;
    }

    private static List<Field> relations() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.integer("virtualSubnetCidr", "null::integer")
                .readBy(Permission.ADMIN_VPN, Permission.VPN_ENDPOINTDEVICES)
                .input(In.CREATE, In.EDIT)
                .writtenBy(Permission.ADMIN_VPN)
                .minimum(1)
                .maximum(32));
        fields.add(sent(operators(Field.many("accessTags", "d.access_tags", Requests.ACCESS_TAG))));
        fields.add(Field.many("labels", "d.labels", LabelResource.LABEL.only()).input(In.CREATE, In.EDIT));
        fields.add(sent(Field.one(
                        "template",
                        "d.template_id",
                        TEMPLATE.visible(Requests.unlessAdmin(user -> Access.template("t", user)))))
                .target(TEMPLATE_OF_TYPE)
                .column());
        fields.add(none("endpointDevices")
                .readBy(VPN)
                .input(In.CREATE, In.EDIT)
                .writtenBy(Permission.ADMIN_VPN, Permission.VPN_ENDPOINTDEVICES));
        fields.add(none("masquerades")
                .readBy(Permission.ADMIN_VPN)
                .input(In.CREATE, In.EDIT)
                .writtenBy(Permission.ADMIN_VPN));
        fields.add(sent(VariableFields.of("d.variables")));
        fields.add(none("vpnConnections").readBy(VPN));
        fields.add(none("ownedVpnConnections").readBy(VPN));
        return fields;
    }

    private static List<Field> certificates() {
        return List.of(
                none("deviceSecrets"),
                none("certificates"),
                none("useableCertificates"),
                certificateBehaviours(),
                Field.bool("hasDeviceSecrets", "false").notInLists());
    }

    /** What becomes of the device's certificates with a change. */
    static Field certificateBehaviours() {
        return Field.json("certificateBehaviours", null)
                .holds(Content.NONE)
                .input(In.CREATE, In.EDIT)
                .writtenBy(Permission.ADMIN_SCEP);
    }

    /** Objects of a feature that is missing. */
    private static Field none(String name) {
        return Field.json(name, "null::jsonb").holds(Content.NONE);
    }

    private static Field sent(Field field) {
        return field.input(In.CREATE, In.EDIT).writtenBy(OPERATORS);
    }

    private static Field operators(Field field) {
        return field.readBy(OPERATORS);
    }
}
