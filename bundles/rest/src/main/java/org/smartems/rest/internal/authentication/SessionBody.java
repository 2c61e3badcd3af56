// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.authentication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.authentication.Session;

/** The JSON of a session; the names are those that clients in the field read. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionBody(
        String token,
        String refreshToken,
        long refreshTokenExpiration,
        int accessTokenTtl,
        int sessionTimeout,
        String username,
        String representation,
        String lastLoginAt,
        List<String> roles) {

    private static final DateTimeFormatter SECONDS_AND_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    static SessionBody of(Session session) {
        return new SessionBody(
                session.token(),
                session.refreshToken(),
                session.refreshTokenExpiration().getEpochSecond(),
                session.accessTokenTtl(),
                session.sessionTimeout(),
                session.username(),
                session.username(),
                session.lastLoginAt().map(SessionBody::text).orElse(null),
                session.roles().stream().map(Role::name).toList());
    }

    private static String text(Instant instant) {
        return SECONDS_AND_OFFSET.format(instant);
    }
}
