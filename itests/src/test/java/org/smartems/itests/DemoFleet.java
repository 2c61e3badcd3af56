// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.smartems.simulator.SimulatorConfiguration;
import org.smartems.testing.server.DemoSimulator;

/** Types, templates, firmware and a credential, made by the product's own demo; and what the shell does to devices. */
record DemoFleet(Server server, DemoSimulator simulator) {

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
        return new DemoFleet(server, DemoSimulator.read(server.home()));
    }

    /** Devices without faults of their own and without memory, with settings in pairs of name and value. */
    SimulatorConfiguration simulated(String... more) {
        return simulator.configuration(more);
    }

    String username() {
        return simulator.settings().getProperty("tk800.username");
    }

    String password() {
        return simulator.settings().getProperty("tk800.password");
    }

    /**
     * Gives the config of gateways more members. Past the server, which keeps configs that are in production; no device
     * has called for one yet.
     */
    static void extendGatewayConfig(Database database, String members) throws SQLException {
        assertThat(database.update(
                        "update fleet_config set version = version + 1,"
                                + " content = regexp_replace(content, '\\n[{]', ?) where name = 'Demo gateway'",
                        "\n{" + members + ","))
                .isEqualTo(1);
        // the server knows configs by this number
        database.update("update fleet_catalogue set revision = revision + 1");
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
