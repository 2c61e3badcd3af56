// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

/**
 * How much is kept of each log of the devices.
 *
 * @param communication of the check-ins
 * @param config of the configs that were handed out
 * @param diagnose of the diagnoses that came in
 * @param deviceFailedLoginAttempts of devices that could not log in
 * @param deviceCommands of commands and what became of them
 */
public record LogRetentions(
        Retention communication,
        Retention config,
        Retention diagnose,
        Retention deviceFailedLoginAttempts,
        Retention deviceCommands) {}
