// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

import java.time.Duration;

/**
 * The general configuration at one moment.
 *
 * @param maintenanceMode devices are turned away and only administrators may work
 * @param configGeneratorPhp always false: that generator does not exist here
 * @param configGeneratorTwig whether configs may be written in Twig
 * @param routerIdentifier what routers are known by
 * @param diskUsageAlarm an alarm is raised below this many per cent of free disk, 0 to 100
 * @param maximumNewDevicesPerHour unknown devices that one credential may bring in an hour, 0 = any number
 * @param passwordExpireDays 0 = never
 * @param failedLoginAttemptsEnabled whether failures lock an account
 * @param failedLoginAttemptsLimit at this failure in a row the account is locked
 * @param failedLoginAttemptsDisablingDuration how long it stays locked
 * @param userLoginAttemptsCleanupDays days that login attempts are kept, 0 = for ever
 * @param passwordRules what a new password must fulfil
 * @param logRetentions how much is kept of the logs of devices
 * @param hiddenDocumentation whose description of the REST API is switched off
 */
public record GeneralConfiguration(
        boolean maintenanceMode,
        boolean configGeneratorPhp,
        boolean configGeneratorTwig,
        RouterIdentifier routerIdentifier,
        int diskUsageAlarm,
        int maximumNewDevicesPerHour,
        int passwordExpireDays,
        boolean failedLoginAttemptsEnabled,
        int failedLoginAttemptsLimit,
        Duration failedLoginAttemptsDisablingDuration,
        int userLoginAttemptsCleanupDays,
        PasswordRules passwordRules,
        LogRetentions logRetentions,
        HiddenDocumentation hiddenDocumentation) {}
