// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.Collections;
import java.util.Set;

/**
 * The person or client behind a request.
 *
 * @param userId of the user
 * @param name of the user
 * @param permissions what the user may do at this moment
 */
public record Requester(long userId, String name, Set<Permission> permissions) {

    /** Copies the permissions. */
    public Requester {
        permissions = Set.copyOf(permissions);
    }

    /**
     * Whether no access tag bounds what the user sees.
     *
     * @return true for administrators
     */
    public boolean isAdmin() {
        return permissions.contains(Permission.ADMIN);
    }

    /**
     * Whether one of some permissions is there.
     *
     * @param any empty stands for everybody
     * @return whether the user has it
     */
    public boolean hasAny(Set<Permission> any) {
        return any.isEmpty() || !Collections.disjoint(permissions, any);
    }
}
