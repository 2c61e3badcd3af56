// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

import java.time.Duration;

/**
 * The general configuration at one moment.
 *
 * @param maintenanceMode devices are turned away and only administrators may work
 * @param configGeneratorPhp always false: that generator does not exist here
 * @param configGeneratorTwig whether configs may be written in Twig
 * @param passwordExpireDays 0 = never
 * @param failedLoginAttemptsEnabled whether failures lock an account
 * @param failedLoginAttemptsLimit at this failure in a row the account is locked
 * @param failedLoginAttemptsDisablingDuration how long it stays locked
 * @param userLoginAttemptsCleanupDays days that login attempts are kept, 0 = for ever
 * @param passwordRules what a new password must fulfil
 */
public record GeneralConfiguration(
        boolean maintenanceMode,
        boolean configGeneratorPhp,
        boolean configGeneratorTwig,
        int passwordExpireDays,
        boolean failedLoginAttemptsEnabled,
        int failedLoginAttemptsLimit,
        Duration failedLoginAttemptsDisablingDuration,
        int userLoginAttemptsCleanupDays,
        PasswordRules passwordRules) {}
