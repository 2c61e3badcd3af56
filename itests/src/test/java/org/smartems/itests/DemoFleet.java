// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.smartems.simulator.SimulatorConfiguration;

/** Types, templates, firmware and a credential, made by the product's own demo; and what the shell does to devices. */
record DemoFleet(Server server, Properties settings) {

    static final String ROUTERS = "Demo routers";
    static final String GATEWAYS = "Demo gateways";

    private static final Map<Server, DemoFleet> MADE = new HashMap<>();

    /** The same for all who use a server. */
    static synchronized DemoFleet in(Server server) throws IOException {
        DemoFleet made = MADE.get(server);
        if (made == null) {
            made = make(server);
            MADE.put(server, made);
        }
        return made;
    }

    private static DemoFleet make(Server server) throws IOException {
        server.shell("feature:install demo; smartems:demo 1").requireSuccess();
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(server.data("demo/simulator.properties"))) {
            settings.load(reader);
        }
        return new DemoFleet(server, settings);
    }

    /** Devices without faults of their own and without memory, with settings in pairs of name and value. */
    SimulatorConfiguration simulated(String... more) {
        Map<String, String> all = new HashMap<>();
        settings.stringPropertyNames().forEach(name -> all.put(name, settings.getProperty(name)));
        all.remove("state");
        all.keySet().removeIf(name -> name.startsWith("fault."));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return SimulatorConfiguration.of(all);
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
