// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.user;

import java.time.Instant;
import java.util.Optional;

/**
 * A user as whoever looks after the server sees it.
 *
 * @param username the user's name
 * @param enabled whether the user may log in now
 * @param administrator whether the user may do everything
 * @param locked whether failed logins have locked the user; the lock may have passed by itself
 * @param lastLoginAt empty when the user has never logged in
 */
public record UserState(
        String username, boolean enabled, boolean administrator, boolean locked, Optional<Instant> lastLoginAt) {}
