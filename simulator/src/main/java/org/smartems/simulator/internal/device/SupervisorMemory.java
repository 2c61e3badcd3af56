// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.util.Optional;

/** What the device supervisor of a router has. Used by one thread at a time. */
final class SupervisorMemory {

    private static final String FIRST_VERSION = "1.0.0";

    private final Runnable changed;
    private String agentVersion = FIRST_VERSION;
    private String sdkVersion = FIRST_VERSION;
    private String config;

    SupervisorMemory(Runnable changed) {
        this.changed = changed;
    }

    String agentVersion() {
        return agentVersion;
    }

    String sdkVersion() {
        return sdkVersion;
    }

    Optional<String> config() {
        return Optional.ofNullable(config);
    }

    void installAgent(String version) {
        agentVersion = version;
        changed.run();
    }

    void installSdk(String version) {
        sdkVersion = version;
        changed.run();
    }

    void configure(String text) {
        config = text;
        changed.run();
    }
}
