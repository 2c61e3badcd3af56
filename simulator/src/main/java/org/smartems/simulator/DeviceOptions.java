// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a device behaves; immutable.
 *
 * @param seed equal seeds give equal behaviour, check-in by check-in
 * @param faults how often what goes wrong
 * @param stateDirectory where its state outlives the process; empty for nowhere
 * @param reportedConfig which config a router reports back
 * @param headFirst whether an edge gateway asks with HEAD before each check-in
 * @param customData whether an edge gateway reports custom data
 */
public record DeviceOptions(
        long seed,
        FaultRates faults,
        Optional<Path> stateDirectory,
        ReportedConfig reportedConfig,
        boolean headFirst,
        boolean customData) {

    /** Which of its configs a router sends in the field {@code config}. */
    public enum ReportedConfig {
        /** The startup config, once it has one. */
        STARTUP,
        /** The running config, once it has one. */
        RUNNING,
        /** None. */
        NONE
    }

    /** Refuses null. */
    public DeviceOptions {
        Objects.requireNonNull(faults, "faults");
        Objects.requireNonNull(stateDirectory, "stateDirectory");
        Objects.requireNonNull(reportedConfig, "reportedConfig");
    }

    /**
     * A device that does everything right and forgets its state.
     *
     * @return with seed 1, HEAD first and custom data; routers report the startup config
     */
    public static DeviceOptions defaults() {
        return new DeviceOptions(1, FaultRates.none(), Optional.empty(), ReportedConfig.STARTUP, true, true);
    }

    /**
     * The same with another seed.
     *
     * @param other any number
     * @return a copy
     */
    public DeviceOptions withSeed(long other) {
        return new DeviceOptions(other, faults, stateDirectory, reportedConfig, headFirst, customData);
    }

    /**
     * The same with faults.
     *
     * @param other how often what goes wrong
     * @return a copy
     */
    public DeviceOptions withFaults(FaultRates other) {
        return new DeviceOptions(seed, other, stateDirectory, reportedConfig, headFirst, customData);
    }

    /**
     * The same with a state that outlives the process.
     *
     * @param directory made when it is missing; may be shared by many devices
     * @return a copy
     */
    public DeviceOptions withStateDirectory(Path directory) {
        return new DeviceOptions(seed, faults, Optional.of(directory), reportedConfig, headFirst, customData);
    }

    /**
     * The same with another choice of the config that a router reports.
     *
     * @param other which one
     * @return a copy
     */
    public DeviceOptions withReportedConfig(ReportedConfig other) {
        return new DeviceOptions(seed, faults, stateDirectory, other, headFirst, customData);
    }
}
