// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.authentication.Session;

class SessionBodyTest {

    private static final Instant LAST = Instant.parse("2025-01-31T10:00:00.987Z");

    @Test
    void isWhatClientsInTheFieldRead() throws Exception {
        assertThat(json(Optional.of(LAST)))
                .isEqualTo("{\"token\":\"t\",\"refreshToken\":\"r\",\"refreshTokenExpiration\":1738318500,"
                        + "\"accessTokenTtl\":300,\"sessionTimeout\":900,\"username\":\"anna\","
                        + "\"representation\":\"anna\",\"lastLoginAt\":\"2025-01-31T10:00:00+00:00\","
                        + "\"roles\":[\"ROLE_USER\",\"ROLE_ADMIN\"]}");
    }

    @Test
    void leavesOutTheLastLoginAtTheFirst() throws Exception {
        assertThat(json(Optional.empty())).doesNotContain("lastLoginAt");
    }

    private static String json(Optional<Instant> lastLoginAt) throws Exception {
        Instant expires = Instant.parse("2025-01-31T10:15:00Z");
        Session session =
                new Session("t", "r", expires, 300, 900, "anna", lastLoginAt, List.of(Role.ROLE_USER, Role.ROLE_ADMIN));
        return new ObjectMapper().writeValueAsString(SessionBody.of(session));
    }
}
