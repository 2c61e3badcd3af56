// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.user;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A user as an administrator writes it.
 *
 * @param username not blank, up to 255 characters without the blanks around it, of no other user; may be null, which is
 *     refused
 * @param enabled whether the user may log in
 * @param enabledExpireAt from when on not any more; only while enabled
 * @param disablePasswordExpire whether the password never expires
 * @param totpEnabled whether one-time passwords are asked for, once they are switched on
 * @param roleAdmin administrator; has no other role and no access tags, whatever is asked for
 * @param roleSmartems operator of devices
 * @param vpn the roles of the VPN; empty keeps those that are stored
 * @param accessTags ids
 */
public record UserForm(
        String username,
        boolean enabled,
        Optional<Instant> enabledExpireAt,
        boolean disablePasswordExpire,
        boolean totpEnabled,
        boolean roleAdmin,
        boolean roleSmartems,
        Optional<VpnRoles> vpn,
        Set<Long> accessTags) {

    /** Copies the tags. */
    public UserForm {
        accessTags = Set.copyOf(accessTags);
    }

    /**
     * Roles of the VPN.
     *
     * @param roleVpn may reach devices
     * @param roleVpnEndpointDevices may manage what is behind them; only together with the first
     */
    public record VpnRoles(boolean roleVpn, boolean roleVpnEndpointDevices) {}
}
