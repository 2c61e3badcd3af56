// SPDX-License-Identifier: Apache-2.0
package org.smartems.demo.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.smartems.fleet.devicetype.DeviceTypeForm;

/** What the simulator reads: where the server is, and by what its devices log in. */
final class SimulatorSettings {

    static final String USERNAME = "demo";
    private static final String PASSWORD = "tk800.password";
    private static final String OWNER_ONLY = "rw-------";

    private final Path directory;

    /**
     * Where the server is called.
     *
     * @param https port of console, API and devices
     * @param devices port of routers
     */
    record Ports(int https, int devices) {

        static Ports ofThisServer() {
            return new Ports(Integer.getInteger("smartems.port.https"), Integer.getInteger("smartems.port.devices"));
        }
    }

    SimulatorSettings(Path directory) {
        this.directory = directory;
    }

    Path file() {
        return directory.resolve("simulator.properties");
    }

    /** The password that the devices had before. */
    Optional<String> password() {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file())) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(properties.getProperty(PASSWORD));
    }

    /**
     * Writes all of it anew: ports and device types may have changed.
     *
     * @param devices how many there are
     * @param types the device type of each kind
     */
    void write(int devices, String password, Ports ports, Map<Kind, DeviceTypeForm> types) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("url", "https://127.0.0.1:" + ports.https());
        settings.put("devicesUrl", "https://127.0.0.1:" + ports.devices());
        // its certificate may be one for another name; over the loopback nobody else answers
        settings.put("insecure", "true");
        settings.put("state", directory.resolve("state").toString());
        StringBuilder mix = new StringBuilder();
        for (Kind kind : Kind.values()) {
            mix.append(mix.length() == 0 ? "" : ",").append(kind.dialect()).append('=');
            mix.append(kind.share(devices));
            settings.put(kind.dialect() + ".prefix", types.get(kind).routePrefix());
            settings.put(
                    kind.dialect() + ".authentication",
                    types.get(kind).options().authenticationMethod());
            settings.put(kind.dialect() + ".username", USERNAME);
            settings.put(kind.dialect() + ".password", password);
            settings.put(kind.dialect() + ".serialPrefix", kind.serialPrefix());
        }
        settings.put("mix", mix.toString());
        // so that retries and resumed downloads can be seen
        settings.put("fault.commandError", "0.05");
        settings.put("fault.cutDownload", "0.2");
        try {
            write(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Map<String, String> settings) throws IOException {
        Files.createDirectories(directory);
        Path temporary = Files.createTempFile(
                directory,
                "simulator",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        try {
            Properties properties = new Properties();
            properties.putAll(settings);
            try (Writer out = Files.newBufferedWriter(temporary)) {
                properties.store(out, "Made by smartems:demo; changes are lost");
            }
            Files.move(temporary, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
