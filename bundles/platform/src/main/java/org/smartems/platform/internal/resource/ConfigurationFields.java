// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import java.util.ArrayList;
import java.util.List;
import org.smartems.platform.configuration.ConfiguredLog;
import org.smartems.resource.Field;
import org.smartems.resource.In;

/** The settings, each with its column. */
final class ConfigurationFields {

    static final String LOCKS = "failedLoginAttemptsEnabled";
    static final List<Field> GENERAL = List.of(
            Field.enumeration("routerIdentifier", "router_identifier", List.of("serial", "imsi"))
                    .required()
                    .input(In.EDIT),
            flag("configGeneratorPhp"),
            flag("configGeneratorTwig"),
            number("passwordExpireDays"),
            number("passwordBlockReuseOldPasswordCount"),
            number("passwordMinimumLength").minimum(1),
            flag("passwordDigitRequired"),
            flag("passwordBigSmallCharRequired"),
            flag("passwordSpecialCharRequired"),
            number("autoRemoveBackupsAfter"),
            number("diskUsageAlarm").maximum(100),
            flag(LOCKS),
            Field.integer("failedLoginAttemptsLimit", onlyWithLocks("failed_login_attempts_limit"))
                    .requiredIf(LOCKS)
                    .acceptedIf(LOCKS)
                    .minimum(1)
                    .input(In.EDIT),
            Field.text(
                            "failedLoginAttemptsDisablingDuration",
                            onlyWithLocks("failed_login_attempts_disabling_duration"))
                    .requiredIf(LOCKS)
                    .acceptedIf(LOCKS)
                    .input(In.EDIT),
            Field.integer("maximumNewDevicesPerHour", "maximum_new_devices_per_hour")
                    .minimum(0)
                    .kept()
                    .input(In.EDIT));

    static final List<Field> LOGS = logs();
    static final String ADMIN_DOCUMENTATION = "disableAdminRestApiDocumentation";
    static final String SMARTEMS_DOCUMENTATION = "disableSmartemsRestApiDocumentation";
    static final String VPN_DOCUMENTATION = "disableVpnSecuritySuiteRestApiDocumentation";
    static final List<Field> DOCUMENTATION =
            List.of(flag(ADMIN_DOCUMENTATION), flag(SMARTEMS_DOCUMENTATION), flag(VPN_DOCUMENTATION));

    private ConfigurationFields() {}

    /** Where the value of a field is read. */
    static String sql(Field field) {
        String column = ConfiguredLog.column(field.name());
        return field.rules().acceptedIf().isPresent() ? onlyWithLocks(column) : column;
    }

    private static List<Field> logs() {
        List<Field> fields = new ArrayList<>();
        for (ConfiguredLog log : ConfiguredLog.values()) {
            fields.add(number(log.duration()));
            fields.add(number(log.size()));
        }
        return List.copyOf(fields);
    }

    private static Field flag(String name) {
        return Field.bool(name, ConfiguredLog.column(name)).input(In.EDIT);
    }

    private static Field number(String name) {
        return Field.integer(name, ConfiguredLog.column(name))
                .required()
                .minimum(0)
                .input(In.EDIT);
    }

    private static String onlyWithLocks(String column) {
        return "case when failed_login_attempts_enabled then " + column + " end";
    }
}
