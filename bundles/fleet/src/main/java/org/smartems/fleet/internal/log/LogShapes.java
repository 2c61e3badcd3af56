// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import java.util.ArrayList;
import java.util.List;
import org.smartems.fleet.internal.access.Access;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.devicetype.DeviceTypeShapes;
import org.smartems.resource.Deny;
import org.smartems.resource.Field;
import org.smartems.resource.Shape;
import org.smartems.resource.Sql;

/** What the logs of devices have in common in the REST API; the table of a log is {@code l}. */
public final class LogShapes {

    /** How far lists look back when nothing is said of the time. */
    public static final int DAYS = 7;

    static final List<String> LEVELS = List.of("debug", "info", "warning", "error", "critical");
    static final List<String> SLOTS = List.of("1", "2", "3");

    private static final String DEVICE = "fleet_device d left join fleet_device_state s on s.device_id = d.id";

    private LogShapes() {}

    /**
     * A device as a log tells of it; users do not see those that they may not.
     *
     * @param fields beside its history
     */
    public static Shape device(List<Field> fields) {
        return Shape.of(DEVICE, "d.id", "d.name")
                .target("device", "options/devices")
                .history("d")
                .fields(fields)
                .visible(Requests.unlessAdmin(user -> Access.device("d", user)));
    }

    /** What a device reports, as the tables of devices and of contacts keep it. */
    static List<Field> facts(String table) {
        List<Field> fields = new ArrayList<>();
        for (String name :
                List.of("imei", "imsi", "imsi2", "operatorCode", "band", "cellId", "networkGeneration", "rsrp")) {
            fields.add(text(name, table));
        }
        fields.add(Field.integer("rsrpValue", table + ".rsrp_value"));
        for (int card = 1; card <= 2; card++) {
            fields.add(text("cellularIp" + card, table));
            fields.add(text("cellularUptime" + card, table));
            fields.add(Field.number("cellularUptimeSeconds" + card, table + ".cellular_uptime_seconds" + card));
        }
        fields.add(text("xForwardedFor", table));
        for (String name : List.of("host", "ipv6Prefix", "uptime")) {
            fields.add(text(name, table));
        }
        fields.add(Field.number("uptimeSeconds", table + ".uptime_seconds"));
        for (String name : List.of("serialNumber", "model", "hardwareVersion")) {
            fields.add(text(name, table));
        }
        fields.add(Field.longText("registrationId", table + ".registration_id"));
        fields.add(Field.longText("endorsementKey", table + ".endorsement_key"));
        for (int slot = 1; slot <= 3; slot++) {
            fields.add(Field.text("firmwareVersion" + slot, table + ".firmware_version" + slot));
        }
        return fields;
    }

    /** In the words of an index, see V4. */
    static Field level(String table) {
        String names = "(array['" + String.join("', '", LEVELS) + "'])";
        return Field.enumeration("logLevel", names + "[" + table + ".level + 1]", LEVELS);
    }

    static Field createdAt() {
        return Field.dateTime("createdAt", "l.created_at").column();
    }

    static Field accessTags() {
        return Field.many("accessTags", "l.access_tags", Requests.ACCESS_TAG);
    }

    static Field device(Shape shape) {
        return Field.one("device", "l.device_id", shape).column();
    }

    static Field deviceType(Shape shape) {
        return Field.one("deviceType", "l.device_type_id", shape).column();
    }

    /** Nobody needs more than the access to the log: there are no secrets of device types that a content could hold. */
    static Deny showContent() {
        return Deny.of("showContent")
                .when("accessDenied", requester -> Sql.FALSE)
                .when("noContent", "l.content is null");
    }

    /** Of the type of a device. */
    static Field typeOf(String column) {
        return Field.one("deviceType", column, DeviceTypeShapes.DT5);
    }

    private static Field text(String name, String table) {
        return Field.text(name, table + "." + name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT));
    }
}
