// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;

/** Somebody by whose eyes a declaration and its contract are compared; the marks are those of the contract files. */
enum Persona {
    ADMIN(Set.of("A"), EnumSet.of(Permission.ADMIN)),
    ADMIN_VPN(Set.of("A", "AV"), EnumSet.of(Permission.ADMIN, Permission.ADMIN_VPN)),
    ADMIN_CERTIFICATES(Set.of("A", "AS"), EnumSet.of(Permission.ADMIN, Permission.ADMIN_SCEP)),
    SMARTEMS(Set.of("S"), EnumSet.of(Permission.SMARTEMS)),
    VPN(Set.of("V"), EnumSet.of(Permission.VPN)),
    VPN_ENDPOINTS(Set.of("V", "VE"), EnumSet.of(Permission.VPN, Permission.VPN_ENDPOINTDEVICES));

    private final Set<String> marks;
    private final Set<Permission> permissions;

    Persona(Set<String> marks, Set<Permission> permissions) {
        this.marks = marks;
        this.permissions = permissions;
    }

    Requester requester() {
        return new Requester(1, name(), permissions);
    }

    boolean isIn(JsonNode marked) {
        return Contract.texts(marked).stream().anyMatch(marks::contains);
    }

    boolean mayCall(Set<Permission> access) {
        return requester().hasAny(access);
    }

    /** Those who may call something at all. */
    static List<Persona> of(JsonNode roles) {
        return Arrays.stream(values()).filter(persona -> persona.isIn(roles)).toList();
    }
}
