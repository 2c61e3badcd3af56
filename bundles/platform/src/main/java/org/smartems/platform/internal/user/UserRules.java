// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.util.Optional;
import java.util.Set;
import org.smartems.platform.internal.Violations;
import org.smartems.platform.user.UserForm;
import org.smartems.platform.user.UserForm.VpnRoles;

/** What a form alone can break. */
final class UserRules {

    private static final VpnRoles NO_VPN = new VpnRoles(false, false);

    private UserRules() {}

    /**
     * The form as it is stored: an administrator has no other role and no tags.
     *
     * @param stored roles of the VPN that count when the form has none
     * @throws org.smartems.api.error.ValidationException naming every rule it breaks
     */
    static UserForm checked(UserForm form, VpnRoles stored, Violations violations) {
        String username = violations.required("username", form.username());
        VpnRoles vpn = form.roleAdmin() ? NO_VPN : form.vpn().orElse(stored);
        boolean smartems = form.roleSmartems() && !form.roleAdmin();
        if (!form.roleAdmin() && !smartems && !vpn.roleVpn()) {
            violations.add("roleAdmin", "user.oneRoleRequired");
            violations.add("roleSmartems", "user.oneRoleRequired");
            violations.add("roleVpn", "user.oneRoleRequired");
        }
        violations.require(
                vpn.roleVpn() || !vpn.roleVpnEndpointDevices(),
                "roleVpnEndpointDevices",
                "user.roleVpnEndpointDevicesRequiresRoleVpn");
        Set<Long> tags = form.roleAdmin() ? Set.of() : form.accessTags();
        violations.require(!tags.isEmpty() || !smartems && !vpn.roleVpn(), "accessTags", "user.oneAccessTagRequired");
        violations.require(
                form.enabled() || form.enabledExpireAt().isEmpty(), "enabled", "user.disabledExpireAtNotNull");
        return new UserForm(
                username,
                form.enabled(),
                form.enabledExpireAt(),
                form.disablePasswordExpire(),
                form.totpEnabled(),
                form.roleAdmin(),
                smartems,
                Optional.of(vpn),
                tags);
    }
}
