// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.configuration.HiddenDocumentation;
import org.smartems.resource.Permission;

/** One description of the REST API: what those with a role can do. */
enum Area {
    ADMIN(
            "admin",
            "administrators",
            EnumSet.of(Role.ROLE_ADMIN),
            EnumSet.of(Permission.ADMIN, Permission.ADMIN_VPN, Permission.ADMIN_SCEP)),
    SMARTEMS("smartems", "SMART EMS users", EnumSet.of(Role.ROLE_SMARTEMS), EnumSet.of(Permission.SMARTEMS)),
    VPN(
            "vpnsecuritysuite",
            "VPN users",
            EnumSet.of(Role.ROLE_VPN),
            EnumSet.of(Permission.VPN, Permission.VPN_ENDPOINTDEVICES)),
    SMARTEMS_VPN(
            "smartemsvpnsecuritysuite",
            "SMART EMS users with VPN",
            EnumSet.of(Role.ROLE_SMARTEMS, Role.ROLE_VPN),
            EnumSet.of(Permission.SMARTEMS, Permission.VPN, Permission.VPN_ENDPOINTDEVICES)),
    AUTHENTICATION(
            "authenticationData",
            "everybody who logs in",
            EnumSet.of(Role.ROLE_USER),
            EnumSet.noneOf(Permission.class));

    private final String id;
    private final String readers;
    private final Set<Role> needed;
    private final Set<Permission> described;

    Area(String id, String readers, Set<Role> needed, Set<Permission> described) {
        this.id = id;
        this.readers = readers;
        this.needed = needed;
        this.described = described;
    }

    static Optional<Area> of(String id) {
        return Arrays.stream(values()).filter(area -> area.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    /** Who it is written for. */
    String readers() {
        return readers;
    }

    boolean isReadBy(Set<Role> roles) {
        return roles.containsAll(needed);
    }

    /** Whether one of those it is written for must not have it; that about the log in is of no kind of user. */
    boolean isHidden(HiddenDocumentation hidden) {
        return hidden.admin() && needed.contains(Role.ROLE_ADMIN)
                || hidden.smartems() && needed.contains(Role.ROLE_SMARTEMS)
                || hidden.vpnSecuritySuite() && needed.contains(Role.ROLE_VPN);
    }

    /** What somebody with this role and no other may do, as far as this caller may do it. */
    Set<Permission> of(Set<Permission> caller) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(described);
        permissions.retainAll(caller);
        return permissions;
    }
}
