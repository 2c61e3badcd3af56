// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** What the installer can set; read once, before the configuration service of the framework is there. */
record Settings(
        Path file,
        OptionalInt httpsPort,
        boolean httpsAsksForCertificate,
        OptionalInt devicesPort,
        OptionalInt devicesExtraPort,
        Duration idleTimeout,
        Duration firstRequestTimeout,
        int requestHeaderSize,
        int maximumConnections,
        Path keyStore,
        Path passwordFile,
        List<String> hostNames) {

    static final String FILE_NAME = "org.smartems.http.cfg";

    static Settings read(Path etc) {
        Path file = etc.resolve(FILE_NAME);
        SettingsFile values = SettingsFile.read(file);
        return new Settings(
                file,
                values.port("https.port", "8443"),
                values.choice("https.clientCertificates", "none", "ask").equals("ask"),
                values.port("devices.port", "18443"),
                values.port("devicesExtra.port", ""),
                values.duration("idleTimeout", Duration.ofSeconds(30)),
                values.duration("firstRequestTimeout", Duration.ofSeconds(20)),
                values.number("requestHeaderSize", 16_384, 1_024),
                values.number("maximumConnections", 10_000, 1),
                values.path("tls.keyStore", etc.resolve("tls.p12")),
                values.path("tls.keyStorePasswordFile", etc.resolve("tls.password")),
                values.list("tls.hostNames"));
    }
}
