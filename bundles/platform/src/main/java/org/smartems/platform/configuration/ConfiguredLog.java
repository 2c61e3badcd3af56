// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

import java.util.Locale;

/** A log whose size an administrator limits by days and megabytes. More may come. */
public enum ConfiguredLog {
    /** Who changed what. */
    AUDIT("auditLogs"),
    /** Check-ins of devices. */
    COMMUNICATION("communicationLogs"),
    /** Diagnoses of devices. */
    DIAGNOSE("diagnoseLogs"),
    /** Configs of devices. */
    CONFIG("configLogs"),
    /** Connections of the VPN. */
    VPN("vpnLogs"),
    /** Devices that could not log in. */
    DEVICE_FAILED_LOGIN_ATTEMPTS("deviceFailedLoginAttempts"),
    /** People who logged in or could not. */
    USER_LOGIN_ATTEMPTS("userLoginAttempts"),
    /** Commands for devices. */
    DEVICE_COMMANDS("deviceCommands"),
    /** Backups and restores. */
    MAINTENANCE("maintenanceLogs"),
    /** Imports. */
    IMPORT_FILE_ROW("importFileRowLogs");

    private final String prefix;

    ConfiguredLog(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The setting that limits its age.
     *
     * @return as the REST API calls it, such as {@code auditLogsCleanupDuration}; in days, 0 = for ever
     */
    public String duration() {
        return prefix + "CleanupDuration";
    }

    /**
     * The setting that limits its size.
     *
     * @return as the REST API calls it, such as {@code auditLogsCleanupSize}; in MB, 0 = without a limit
     */
    public String size() {
        return prefix + "CleanupSize";
    }

    /**
     * The column of a setting.
     *
     * @param setting as the REST API calls it
     * @return of the table {@code platform_configuration}
     */
    public static String column(String setting) {
        return setting.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
