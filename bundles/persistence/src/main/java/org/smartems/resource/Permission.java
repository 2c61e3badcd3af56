// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.EnumSet;
import java.util.Set;

/** What somebody may do, as far as lists and their fields ask for it. */
public enum Permission {
    /** Administrator. */
    ADMIN("ROLE_ADMIN"),
    /** Administrator, where the VPN edition runs. */
    ADMIN_VPN("ROLE_ADMIN_VPN"),
    /** Administrator, where certificates are enrolled. */
    ADMIN_SCEP("ROLE_ADMIN_SCEP"),
    /** Operator of devices. */
    SMARTEMS("ROLE_SMARTEMS"),
    /** Reaches devices over the VPN. */
    VPN("ROLE_VPN"),
    /** Manages the endpoint devices behind a device. */
    VPN_ENDPOINTDEVICES("ROLE_VPN_ENDPOINTDEVICES");

    /** Administrators and operators of devices. */
    public static final Set<Permission> OPERATORS = Set.of(ADMIN, SMARTEMS);

    private final String role;

    Permission(String role) {
        this.role = role;
    }

    /**
     * The name in tokens and documents.
     *
     * @return begins with {@code ROLE_}
     */
    public String role() {
        return role;
    }

    /**
     * What roles permit; others than these are left out.
     *
     * @param roles as a token names them
     * @return any number
     */
    public static Set<Permission> ofRoles(Set<String> roles) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Permission permission : values()) {
            if (roles.contains(permission.role)) {
                permissions.add(permission);
            }
        }
        return permissions;
    }
}
