// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.time.Instant;
import java.util.Optional;
import org.smartems.simulator.DeviceState;

/** What a device has and remembers. Used by one thread at a time. */
public final class Memory {

    private String firmwareVersion;
    private String config;
    private boolean configIsText;
    private String runningConfig;
    private Report report;
    private boolean diagnosing;
    private Instant startedAt;
    private Instant nextAt;
    private long checkIns;
    private boolean changed;
    private final SupervisorMemory supervisor = new SupervisorMemory(() -> changed = true);

    Memory(String firmwareVersion, Instant startedAt) {
        this.firmwareVersion = firmwareVersion;
        this.startedAt = startedAt;
    }

    public DeviceState state() {
        return new DeviceState(
                firmwareVersion, config(), runningConfig(), unreported(), diagnosing, startedAt, checkIns);
    }

    /** Counts a check-in that begins. */
    public long begin() {
        return ++checkIns;
    }

    public long checkIns() {
        return checkIns;
    }

    public Optional<Instant> nextAt() {
        return Optional.ofNullable(nextAt);
    }

    /** Does not count as a change: it is different after every check-in. */
    public void plan(Instant next) {
        nextAt = next;
    }

    /** Whether there was a change since this was asked last. */
    public boolean changed() {
        boolean was = changed;
        changed = false;
        return was;
    }

    public Optional<String> unreported() {
        return report().map(Report::transactionId);
    }

    String firmwareVersion() {
        return firmwareVersion;
    }

    Optional<String> config() {
        return Optional.ofNullable(config);
    }

    boolean configIsText() {
        return configIsText;
    }

    Optional<String> runningConfig() {
        return Optional.ofNullable(runningConfig);
    }

    Optional<Report> report() {
        return Optional.ofNullable(report);
    }

    SupervisorMemory supervisor() {
        return supervisor;
    }

    boolean diagnosing() {
        return diagnosing;
    }

    Instant startedAt() {
        return startedAt;
    }

    void install(String version) {
        firmwareVersion = version;
        restart();
    }

    void configure(String text, boolean isText) {
        config = text;
        configIsText = isText;
        changed = true;
    }

    void configureRunning(String text) {
        runningConfig = text;
        changed = true;
    }

    void restart() {
        startedAt = Instant.now();
        changed = true;
    }

    void toReport(Report next) {
        report = next;
        changed = true;
    }

    void reported() {
        changed |= report != null;
        report = null;
    }

    void diagnose(boolean wanted) {
        changed |= diagnosing != wanted;
        diagnosing = wanted;
    }

    /** Takes over what was read from a file. */
    void restore(long count, Instant next) {
        checkIns = count;
        nextAt = next;
        changed = false;
    }
}
