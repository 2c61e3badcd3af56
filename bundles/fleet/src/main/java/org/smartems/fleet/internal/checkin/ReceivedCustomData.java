// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.catalogue.CustomDataField;
import org.smartems.fleet.internal.customdata.CustomData;
import org.smartems.spi.procedure.LogLevel;

/** Takes what the device type declares out of the custom data of a report; the rest is in the log only. */
final class ReceivedCustomData {

    private static final int MOST = 64 * 1024;

    private final Course course;
    private final List<CustomDataField> fields;

    private ReceivedCustomData(Course course) {
        this.course = course;
        this.fields = course.situation.type().customData();
    }

    static void take(Course course) {
        course.situation.report().customData().ifPresent(sent -> new ReceivedCustomData(course).take(sent));
    }

    private void take(String sent) {
        if (sent.getBytes(StandardCharsets.UTF_8).length > MOST) {
            course.log(LogLevel.WARNING, "customDataTooLong", with("limit", MOST));
            return;
        }
        Optional<JsonNode> object = CustomData.object(sent);
        if (object.isEmpty()) {
            course.log(LogLevel.WARNING, "customDataInvalid", Map.of("deviceName", course.deviceName()));
            return;
        }
        if (!fields.isEmpty()) {
            course.logContent(LogLevel.INFO, "customDataReported", sent);
            ObjectNode values = CustomData.kept(fields, course.facts.customData());
            fields.forEach(field -> take(field, object.get(), values));
            course.facts = course.facts.withCustomData(values.toString());
        }
    }

    /** What is absent keeps its value, null removes it. */
    private void take(CustomDataField field, JsonNode object, ObjectNode values) {
        JsonNode value = object.at(CustomData.pointer(field.path()));
        if (value.isMissingNode()) {
            return;
        }
        if (value.isNull()) {
            values.remove(field.path());
        } else if (CustomData.fits(field.type(), value)) {
            values.set(field.path(), value);
        } else {
            Map<String, Object> parameters =
                    Course.with(with("path", field.path()), "type", field.type().id());
            course.log(LogLevel.WARNING, "customDataValueInvalid", parameters);
        }
    }

    private Map<String, Object> with(String name, Object value) {
        return Course.with(Map.of("deviceName", course.deviceName()), name, value);
    }
}
