// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.smartems.simulator.SimulatorConfiguration;

/**
 * The simulated devices of the demo, as its command {@code smartems:demo} has described them.
 *
 * @param settings of the simulator; not changed
 */
public record DemoSimulator(Properties settings) {

    /**
     * The description in a home.
     *
     * @param home of a server that the demo has prepared
     * @return what is there
     * @throws IOException when it cannot be read
     */
    public static DemoSimulator read(Path home) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("data/demo/simulator.properties"))) {
            settings.load(reader);
        }
        return new DemoSimulator(settings);
    }

    /**
     * Devices without faults of their own and without memory.
     *
     * @param more settings in pairs of name and value
     * @return a configuration
     */
    public SimulatorConfiguration configuration(String... more) {
        Map<String, String> all = new HashMap<>();
        settings.stringPropertyNames().forEach(name -> all.put(name, settings.getProperty(name)));
        all.remove("state");
        all.keySet().removeIf(name -> name.startsWith("fault."));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return SimulatorConfiguration.of(all);
    }
}
