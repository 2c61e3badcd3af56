// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

/**
 * What a new password must fulfil.
 *
 * @param minimumLength in characters, at least 1
 * @param digitRequired at least one digit
 * @param bigSmallCharRequired at least one upper-case and one lower-case letter
 * @param specialCharRequired at least one character of ASCII punctuation
 * @param blockReuseOldPasswordCount how many former passwords may not come back, 0 = none
 */
public record PasswordRules(
        int minimumLength,
        boolean digitRequired,
        boolean bigSmallCharRequired,
        boolean specialCharRequired,
        int blockReuseOldPasswordCount) {}
