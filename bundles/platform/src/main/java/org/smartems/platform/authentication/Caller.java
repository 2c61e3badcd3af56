// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.authentication;

import java.util.Set;
import java.util.UUID;

/**
 * The person behind a request, as the access token proved it.
 *
 * @param userId the user's id
 * @param username the user's name
 * @param roles what the person may do at this moment
 * @param sessionId the session that the access token belongs to
 */
public record Caller(long userId, String username, Set<Role> roles, UUID sessionId) {

    /** Copies the roles. */
    public Caller {
        roles = Set.copyOf(roles);
    }
}
