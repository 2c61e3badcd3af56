// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.smartems.simulator.internal.configuration.FleetReader;
import org.smartems.simulator.internal.configuration.Population;
import org.smartems.simulator.internal.configuration.Values;

/**
 * A fleet described by settings, as in a properties file; the README of the module lists them. Immutable.
 */
public final class SimulatorConfiguration {

    private final Map<String, String> settings;
    private final Map<String, String> environment;

    private SimulatorConfiguration(Map<String, String> settings, Map<String, String> environment) {
        this.settings = Map.copyOf(settings);
        this.environment = Map.copyOf(environment);
    }

    /**
     * Settings by name. They are checked when something is made of them.
     *
     * @param settings names and values
     * @return a configuration that does not look at the environment
     */
    public static SimulatorConfiguration of(Map<String, String> settings) {
        return new SimulatorConfiguration(settings, Map.of());
    }

    /**
     * The settings of a properties file in UTF-8.
     *
     * @param file to read
     * @return a configuration that does not look at the environment
     * @throws IOException when the file cannot be read
     */
    public static SimulatorConfiguration read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no properties file: " + e.getMessage(), e);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return of(settings);
    }

    /**
     * The same with some settings replaced.
     *
     * @param overrides names and values
     * @return a copy
     */
    public SimulatorConfiguration with(Map<String, String> overrides) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(overrides);
        return new SimulatorConfiguration(all, environment);
    }

    /**
     * The same with passwords from environment variables {@code SMARTEMS_SIMULATOR_TK800_PASSWORD} and alike.
     *
     * @param variables of the environment
     * @return a copy
     */
    public SimulatorConfiguration withEnvironment(Map<String, String> variables) {
        return new SimulatorConfiguration(settings, variables);
    }

    /**
     * Makes the devices, without starting them.
     *
     * @return a few or thousands; the caller closes them
     * @throws ConfigurationException when any setting is unknown, missing or wrong
     */
    public List<SimulatedDevice> devices() {
        Values values = new Values(settings, environment);
        Population population = Population.read(values);
        FleetReader.read(values);
        values.check();
        return population.devices();
    }

    /**
     * Makes a fleet, without starting it.
     *
     * @param listeners learn of every check-in
     * @return a fleet to be closed by the caller
     * @throws ConfigurationException when any setting is unknown, missing or wrong
     */
    public Fleet fleet(CheckInListener... listeners) {
        Values values = new Values(settings, environment);
        Population population = Population.read(values);
        FleetSettings fleet = FleetReader.read(values);
        values.check();
        return new Fleet(population.devices(), fleet, listeners);
    }
}
