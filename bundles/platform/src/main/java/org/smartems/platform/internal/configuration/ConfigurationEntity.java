// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.configuration;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.smartems.platform.configuration.GeneralConfiguration;
import org.smartems.platform.configuration.HiddenDocumentation;
import org.smartems.platform.configuration.LogRetentions;
import org.smartems.platform.configuration.PasswordRules;
import org.smartems.platform.configuration.RelativeTime;
import org.smartems.platform.configuration.Retention;
import org.smartems.platform.configuration.RouterIdentifier;

/** The one row of the general configuration. */
@Entity
@Table(name = "platform_configuration")
public class ConfigurationEntity {

    static final int ID = 1;

    @Id
    private int id;

    @Version
    private int version;

    @Column(name = "maintenance_mode")
    private boolean maintenanceMode;

    @Column(name = "config_generator_php")
    private boolean configGeneratorPhp;

    @Column(name = "config_generator_twig")
    private boolean configGeneratorTwig;

    @Column(name = "password_expire_days")
    private int passwordExpireDays;

    @Column(name = "password_block_reuse_old_password_count")
    private int passwordBlockReuseOldPasswordCount;

    @Column(name = "password_minimum_length")
    private int passwordMinimumLength;

    @Column(name = "password_digit_required")
    private boolean passwordDigitRequired;

    @Column(name = "password_big_small_char_required")
    private boolean passwordBigSmallCharRequired;

    @Column(name = "password_special_char_required")
    private boolean passwordSpecialCharRequired;

    @Column(name = "failed_login_attempts_enabled")
    private boolean failedLoginAttemptsEnabled;

    @Column(name = "failed_login_attempts_limit")
    private int failedLoginAttemptsLimit;

    @Column(name = "failed_login_attempts_disabling_duration")
    private String failedLoginAttemptsDisablingDuration;

    @Column(name = "user_login_attempts_cleanup_duration")
    private int userLoginAttemptsCleanupDuration;

    @Column(name = "router_identifier")
    private String routerIdentifier;

    @Column(name = "disk_usage_alarm")
    private int diskUsageAlarm;

    @Column(name = "maximum_new_devices_per_hour")
    private int maximumNewDevicesPerHour;

    @Column(name = "communication_logs_cleanup_duration")
    private int communicationLogsCleanupDuration;

    @Column(name = "communication_logs_cleanup_size")
    private int communicationLogsCleanupSize;

    @Column(name = "config_logs_cleanup_duration")
    private int configLogsCleanupDuration;

    @Column(name = "config_logs_cleanup_size")
    private int configLogsCleanupSize;

    @Column(name = "diagnose_logs_cleanup_duration")
    private int diagnoseLogsCleanupDuration;

    @Column(name = "diagnose_logs_cleanup_size")
    private int diagnoseLogsCleanupSize;

    @Column(name = "device_failed_login_attempts_cleanup_duration")
    private int deviceFailedLoginAttemptsCleanupDuration;

    @Column(name = "device_failed_login_attempts_cleanup_size")
    private int deviceFailedLoginAttemptsCleanupSize;

    @Column(name = "device_commands_cleanup_duration")
    private int deviceCommandsCleanupDuration;

    @Column(name = "device_commands_cleanup_size")
    private int deviceCommandsCleanupSize;

    @Column(name = "disable_admin_rest_api_documentation")
    private boolean disableAdminRestApiDocumentation;

    @Column(name = "disable_smartems_rest_api_documentation")
    private boolean disableSmartemsRestApiDocumentation;

    @Column(name = "disable_vpn_security_suite_rest_api_documentation")
    private boolean disableVpnSecuritySuiteRestApiDocumentation;

    /** For the persistence provider. */
    protected ConfigurationEntity() {}

    GeneralConfiguration general() {
        return new GeneralConfiguration(
                maintenanceMode,
                configGeneratorPhp,
                configGeneratorTwig,
                RouterIdentifier.of(routerIdentifier),
                diskUsageAlarm,
                maximumNewDevicesPerHour,
                passwordExpireDays,
                failedLoginAttemptsEnabled,
                failedLoginAttemptsLimit,
                RelativeTime.parse(failedLoginAttemptsDisablingDuration),
                userLoginAttemptsCleanupDuration,
                new PasswordRules(
                        passwordMinimumLength,
                        passwordDigitRequired,
                        passwordBigSmallCharRequired,
                        passwordSpecialCharRequired,
                        passwordBlockReuseOldPasswordCount),
                logRetentions(),
                new HiddenDocumentation(
                        disableAdminRestApiDocumentation,
                        disableSmartemsRestApiDocumentation,
                        disableVpnSecuritySuiteRestApiDocumentation));
    }

    private LogRetentions logRetentions() {
        return new LogRetentions(
                new Retention(communicationLogsCleanupDuration, communicationLogsCleanupSize),
                new Retention(configLogsCleanupDuration, configLogsCleanupSize),
                new Retention(diagnoseLogsCleanupDuration, diagnoseLogsCleanupSize),
                new Retention(deviceFailedLoginAttemptsCleanupDuration, deviceFailedLoginAttemptsCleanupSize),
                new Retention(deviceCommandsCleanupDuration, deviceCommandsCleanupSize));
    }
}
