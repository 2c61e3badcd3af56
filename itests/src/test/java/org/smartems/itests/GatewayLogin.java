// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;

/** What an edge gateway logs in with, as an operator makes it and as the device uses it. */
record GatewayLogin(long deviceType, String username) {

    static GatewayLogin of(Database tables, String username) throws Exception {
        String sql = "select id from fleet_device_type where name = 'Edge gateway'";
        return new GatewayLogin(tables.value(Long.class, sql), username);
    }

    Answer make(Http admin) throws IOException {
        Answer made = admin.post("/web/api/deviceauthentication/create", form(true));
        if (made.status() != 200) {
            throw new AssertionError("no credential: " + made);
        }
        return made;
    }

    String form(boolean enabled) {
        return ("{\"enabled\": %s, \"username\": \"%s\", \"password\": \"a secret\", \"deviceTypes\": [%d]}")
                .formatted(enabled, username, deviceType);
    }

    /** Status of a check-in. */
    int call(Server node) throws IOException {
        return node.https()
                .with("Authorization", "Basic " + Tus.base64(username + ":a secret"))
                .post("/api/edgegateway/configuration", "{\"serialNumber\":\"NODES1\",\"firmwareVersion\":\"v1.0\"}")
                .status();
    }
}
