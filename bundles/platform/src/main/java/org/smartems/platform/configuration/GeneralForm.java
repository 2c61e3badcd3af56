// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

import java.util.OptionalInt;

/**
 * The general configuration as an administrator writes it. Of the numbers those that are empty are refused, but for
 * the ones that say something else.
 *
 * @param routerIdentifier {@code serial} or {@code imsi}; null or another one is refused
 * @param configGeneratorPhp refused when true: that generator does not exist here
 * @param configGeneratorTwig whether configs may be written in Twig
 * @param passwords rules for passwords
 * @param locks what failed log ins do
 * @param autoRemoveBackupsAfter days that backups are kept, 0 = for ever
 * @param diskUsageAlarm per cent of free disk, 0 to 100
 * @param maximumNewDevicesPerHour 0 = any number; empty keeps what is stored
 */
public record GeneralForm(
        String routerIdentifier,
        boolean configGeneratorPhp,
        boolean configGeneratorTwig,
        Passwords passwords,
        Locks locks,
        OptionalInt autoRemoveBackupsAfter,
        OptionalInt diskUsageAlarm,
        OptionalInt maximumNewDevicesPerHour) {

    /**
     * Rules for passwords.
     *
     * @param expireDays 0 = never
     * @param blockReuseOldPasswordCount how many former ones may not come back
     * @param minimumLength 1 to 4096
     * @param digitRequired whether a digit is asked for
     * @param bigSmallCharRequired whether both cases are
     * @param specialCharRequired whether punctuation is
     */
    public record Passwords(
            OptionalInt expireDays,
            OptionalInt blockReuseOldPasswordCount,
            OptionalInt minimumLength,
            boolean digitRequired,
            boolean bigSmallCharRequired,
            boolean specialCharRequired) {}

    /**
     * What failed log ins do.
     *
     * @param enabled whether they lock an account; when not, the others keep what is stored
     * @param limit at this failure in a row, 1 or more
     * @param disablingDuration how long, as {@link RelativeTime} reads it; may be null
     */
    public record Locks(boolean enabled, OptionalInt limit, String disablingDuration) {}
}
