// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Properties;

/** Types, templates, firmware and a credential, made by the product's own demo; and what the shell does to devices. */
record DemoFleet(Server server, Properties settings) {

    static final String ROUTERS = "Demo routers";
    static final String GATEWAYS = "Demo gateways";

    static DemoFleet in(Server server) throws IOException {
        server.shell("feature:install demo; smartems:demo 1").requireSuccess();
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(server.data("demo/simulator.properties"))) {
            settings.load(reader);
        }
        return new DemoFleet(server, settings);
    }

    String username() {
        return settings.getProperty("tk800.username");
    }

    String password() {
        return settings.getProperty("tk800.password");
    }

    void enable(String identifier, String template) {
        server.shell("smartems:device-enable " + identifier + "; smartems:device-apply --variables " + identifier + " '"
                        + template + "'")
                .requireSuccess();
    }

    void flag(String identifier, String flag) {
        server.shell("smartems:device-flag " + identifier + " " + flag).requireSuccess();
    }

    String shown(String identifier) {
        return server.shell("smartems:device-show " + identifier)
                .requireSuccess()
                .output();
    }
}
