// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.authentication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a client gets after a login or a refresh.
 *
 * @param token the access token, a JWT signed with RS256
 * @param refreshToken buys the next access token, once
 * @param refreshTokenExpiration when the session ends unless it is refreshed or extended
 * @param accessTokenTtl seconds that an access token lives
 * @param sessionTimeout seconds that a refresh token lives
 * @param username the user's name
 * @param lastLoginAt the login before this one, empty at the first
 * @param roles what the person may do
 */
public record Session(
        String token,
        String refreshToken,
        Instant refreshTokenExpiration,
        int accessTokenTtl,
        int sessionTimeout,
        String username,
        Optional<Instant> lastLoginAt,
        List<Role> roles) {

    /** Copies the roles. */
    public Session {
        roles = List.copyOf(roles);
    }
}
