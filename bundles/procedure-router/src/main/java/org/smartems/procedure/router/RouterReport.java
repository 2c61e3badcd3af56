// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.router;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.smartems.api.error.FieldError;
import org.smartems.api.http.Form;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;

/** A router's form, read; without a firmware version where the form has none. */
record RouterReport(DeviceReport report, String firmware, List<FieldError> errors) {

    private static final Map<String, DeviceField> FIELDS = Map.ofEntries(
            Map.entry("Serial", DeviceField.SERIAL_NUMBER),
            Map.entry("Model", DeviceField.MODEL),
            Map.entry("CellID", DeviceField.CELL_ID),
            Map.entry("RSRP", DeviceField.RSRP),
            Map.entry("IMEI", DeviceField.IMEI),
            Map.entry("IMSI", DeviceField.IMSI),
            Map.entry("IPv6Prefix", DeviceField.IPV6_PREFIX),
            Map.entry("RouterUptime", DeviceField.UPTIME),
            Map.entry("OperatorCode", DeviceField.OPERATOR_CODE),
            Map.entry("Band", DeviceField.BAND),
            Map.entry("Cellular1_IP", DeviceField.CELLULAR_IP1),
            Map.entry("Cellular1_uptime", DeviceField.CELLULAR_UPTIME1),
            Map.entry("Cellular2_IP", DeviceField.CELLULAR_IP2),
            Map.entry("Cellular2_uptime", DeviceField.CELLULAR_UPTIME2));
    private static final Map<String, DeviceField> SUPERVISOR_FIELDS =
            Map.of("Serial", DeviceField.SERIAL_NUMBER, "IMSI", DeviceField.IMSI);

    static DeviceField[] fields() {
        return FIELDS.values().toArray(DeviceField[]::new);
    }

    static DeviceField[] supervisorFields() {
        return SUPERVISOR_FIELDS.values().toArray(DeviceField[]::new);
    }

    static RouterReport of(Form form, boolean diagnose) {
        List<FieldError> errors = new ArrayList<>();
        DeviceReport report = facts(form, FIELDS, errors);
        report.field(DeviceField.RSRP)
                .filter(rsrp -> !isInteger(rsrp))
                .ifPresent(rsrp -> errors.add(FieldError.of("RSRP", "validation.integer")));
        String firmware = version(form, "Firmware", errors);
        report = report.withFirmwareVersion(1, firmware);
        if (diagnose) {
            report = report.withDiagnoseData(form.value("config").orElse(""));
        } else {
            report = withConfig(1, report, form);
        }
        return new RouterReport(report, firmware, List.copyOf(errors));
    }

    /** What the device supervisor of a router sends. It makes no router of an unknown one. */
    static RouterReport ofSupervisor(Form form) {
        List<FieldError> errors = new ArrayList<>();
        DeviceReport report = facts(form, SUPERVISOR_FIELDS, errors)
                .withFirmwareVersion(2, version(form, "agentVersion", errors))
                .withFirmwareVersion(3, version(form, "pySdkPackageVersion", errors));
        return new RouterReport(withConfig(3, report, form).withoutCreating(), "", List.copyOf(errors));
    }

    boolean lacks(DeviceField field) {
        return report.field(field).isEmpty();
    }

    private static DeviceReport facts(Form form, Map<String, DeviceField> names, List<FieldError> errors) {
        DeviceReport report = DeviceReport.empty();
        for (Map.Entry<String, DeviceField> field : names.entrySet()) {
            String value = form.value(field.getKey()).map(String::strip).orElse(null);
            if (value != null) {
                checkText(field.getKey(), value, errors);
                report = report.with(field.getValue(), value);
            }
        }
        return report;
    }

    private static String version(Form form, String name, List<FieldError> errors) {
        String version = VersionPatterns.withoutV(form.value(name).orElse("").strip());
        checkText(name, version, errors);
        if (version.isEmpty()) {
            errors.add(FieldError.of(name, "validation.required"));
        }
        return version;
    }

    private static DeviceReport withConfig(int slot, DeviceReport report, Form form) {
        String config = form.value("config").orElse("");
        return config.isEmpty() ? report : report.withConfig(slot, config);
    }

    /** The database takes every character but this one. */
    private static void checkText(String field, String value, List<FieldError> errors) {
        if (value.indexOf('\0') >= 0) {
            errors.add(FieldError.of(field, "validation.regex"));
        }
    }

    private static boolean isInteger(String text) {
        try {
            Integer.parseInt(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
