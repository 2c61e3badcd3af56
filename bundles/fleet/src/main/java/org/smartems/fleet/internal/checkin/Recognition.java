// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.internal.device.DeviceFacts;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.LogLevel;

/** Who the device is, and what it says of itself. */
final class Recognition {

    /** Fields whose change is told, with what tells it. */
    private static final Map<DeviceField, String> TOLD = new EnumMap<>(Map.of(
            DeviceField.SERIAL_NUMBER, "routerSerialChanged",
            DeviceField.IMEI, "routerImeiChanged",
            DeviceField.IMSI, "routerImsiChanged"));

    private Recognition() {}

    static void logUnknown(Course course) {
        Contact contact = course.situation.contact();
        DeviceReport report = course.situation.report();
        if (contact.procedure().exclusive().isEmpty()) {
            course.log(LogLevel.INFO, "deviceNotFound", course.deviceAndIdentifier());
            return;
        }
        Optional<String> imsi = report.field(DeviceField.IMSI);
        if (contact.identifier() != DeviceField.IMSI) {
            course.log(LogLevel.INFO, "routerSerialDoesntExist", Map.of("serial", course.identifier()));
            return;
        }
        if (imsi.isPresent()) {
            course.log(LogLevel.INFO, "routerImsiDoesntExist", Map.of("imsi", imsi.get()));
            return;
        }
        course.log(LogLevel.INFO, "routerImsiEmpty", Map.of("serial", course.identifier()));
    }

    /** What is absent keeps its value, an empty text removes it. */
    static void takeFacts(Course course) {
        DeviceFacts known = course.facts;
        DeviceReport report = course.situation.report();
        Map<DeviceField, String> fields = new EnumMap<>(DeviceField.class);
        fields.putAll(known.fields());
        report.fields().forEach((field, value) -> {
            noteChange(course, field, value);
            putOrRemove(fields, field, value);
        });
        Map<Integer, String> versions = new HashMap<>(known.firmwareVersions());
        report.firmwareVersions().forEach((slot, version) -> putOrRemove(versions, slot, version));
        Contact.Origin origin = course.situation.contact().origin();
        course.facts = new DeviceFacts(
                fields, versions, origin.forwardedFor(), origin.address(), origin.host(), known.customData());
    }

    private static void noteChange(Course course, DeviceField field, String value) {
        if (value.isEmpty() || value.equals(course.facts.fields().get(field))) {
            return;
        }
        String told = TOLD.get(field);
        if (told != null && course.situation.device().isKnown()) {
            String parameter = field == DeviceField.SERIAL_NUMBER ? "serial" : field.id();
            course.log(LogLevel.INFO, told, Map.of(parameter, value));
        }
        Contact contact = course.situation.contact();
        if (contact.procedure().exclusive().contains(field) && contact.identifier() != field) {
            course.claims.put(field, value);
        }
    }

    private static <K> void putOrRemove(Map<K, String> map, K key, String value) {
        if (value.isEmpty()) {
            map.remove(key);
            return;
        }
        map.put(key, value);
    }
}
