// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartems.api.error.FieldError;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.DeviceTypeInfo;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.schema.Settings;

/**
 * What took place in one call of a procedure.
 *
 * @param request as the procedure saw it
 * @param setting in which it answered
 * @param report what it reported
 * @param decision on the report; empty when there was none
 * @param refused what the platform found wrong with the report
 * @param told what else the procedure told the platform, as lines of the file
 * @param response the answer
 */
record Exchange(
        Request request,
        Setting setting,
        Optional<DeviceReport> report,
        Optional<CheckIn> decision,
        List<FieldError> refused,
        List<String> told,
        DeviceResponse response) {

    /** About the length of its file: of all that a device or an administrator makes as long as they like. */
    long length() {
        long length = (long) request.body().length
                + response.body().length
                + request.target().length();
        for (String header : request.headers().values()) {
            length += header.length();
        }
        for (Object value : setting.settings().values().values()) {
            length += value.toString().length();
        }
        length += report.map(Exchange::lengthOf).orElse(0L);
        return length
                + decision.flatMap(CheckIn::work)
                        .map(work -> work.config().length())
                        .orElse(0);
    }

    private static long lengthOf(DeviceReport report) {
        long length = report.diagnoseData().orElse("").length()
                + (long) report.customData().orElse("").length();
        for (String config : report.configs().values()) {
            length += config.length();
        }
        for (Object field : report.fields().values()) {
            length += field.toString().length();
        }
        return length;
    }

    /**
     * A request.
     *
     * @param target path of the route and query
     * @param headers that the procedure asked for, and the content type
     */
    record Request(String method, String target, Map<String, String> headers, byte[] body) {}

    /**
     * What a procedure is told before it answers.
     *
     * @param password of the device's credential; empty without one
     */
    record Setting(
            ProcedureDescription procedure,
            DeviceTypeInfo type,
            DeviceField identifier,
            Settings settings,
            String password) {}
}
