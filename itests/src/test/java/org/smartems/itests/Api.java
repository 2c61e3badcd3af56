// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** The REST API of a server, as a client in the field calls it. */
record Api(Http http) {

    static final String LOGIN = "/web/api/authentication/login_check";
    static final String REFRESH = "/web/api/authentication/token/refresh";
    static final String EXTEND = "/web/api/authentication/token/extend";
    static final String ROLES = "/web/api/authentication/get/roles";
    static final String REQUIRED_PASSWORD = "/web/api/authentication/change/password/required";
    static final String LOGOUT = "/web/api/authenticated/logout";
    static final String PASSWORD = "/web/api/authenticated/change/password";
    static final String CONFIGURATION = "/web/api/anonymous/configuration";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    static Api of(Server server) {
        return new Api(server.https());
    }

    /** From an address of its own, so that no other test's failures count against it. */
    Api elsewhere() {
        return new Api(http.from("127.0.1." + (1 + ADDRESSES.incrementAndGet())));
    }

    /** An object of texts: name, value, name, value. */
    static String object(String... members) {
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < members.length; i += 2) {
            object.put(members[i], members[i + 1]);
        }
        return object.toString();
    }

    Answer login(String username, String password) throws IOException {
        return http.post(LOGIN, object("username", username, "password", password));
    }

    Answer session(String username, String password) throws IOException {
        Answer answer = login(username, password);
        if (answer.status() != 200) {
            throw new AssertionError("no session of " + username + ": " + answer);
        }
        return answer;
    }

    Answer refresh(String refreshToken) throws IOException {
        return http.post(REFRESH, object("refreshToken", refreshToken));
    }

    Answer roles(String token) throws IOException {
        return http.bearer(token).get(ROLES);
    }
}
