// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a fleet checks in; immutable.
 *
 * @param interval from the beginning of a check-in to that of the device's next; zero for as fast as the server answers
 * @param jitter by which share of it an interval is longer or shorter at random, from 0 to 1
 * @param rampUp over which time the first check-ins are spread
 * @param restartTime after which a device that has something to report checks in again, if that is before its regular
 * time
 * @param workers how many check-ins are under way at once, up to {@link #MOST_WORKERS}: a thread for each
 * @param limit after how many check-ins the fleet ends
 * @param duration after which time the fleet ends
 */
public record FleetSettings(
        Duration interval,
        double jitter,
        Duration rampUp,
        Duration restartTime,
        int workers,
        OptionalLong limit,
        Optional<Duration> duration) {

    /** Enough for a whole fleet that calls at once. */
    public static final int MOST_WORKERS = 50_000;

    /** Refuses what is out of bounds. */
    public FleetSettings {
        notNegative(interval, "interval");
        notNegative(rampUp, "rampUp");
        notNegative(restartTime, "restartTime");
        duration.ifPresent(time -> notNegative(time, "duration"));
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter must be from 0 to 1");
        }
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException("workers must be from 1 to " + MOST_WORKERS);
        }
        if (limit.orElse(1) < 1) {
            throw new IllegalArgumentException("limit must be at least 1");
        }
    }

    /**
     * A fleet at leisure.
     *
     * @return every 60 s with 20 % jitter, started over 10 s, 64 at once, without an end
     */
    public static FleetSettings defaults() {
        return new FleetSettings(
                Duration.ofSeconds(60),
                0.2,
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                64,
                OptionalLong.empty(),
                Optional.empty());
    }

    /**
     * As many check-ins as possible, for tests and benchmarks.
     *
     * @param workers how many are under way at once
     * @return without an interval, a ramp-up and an end
     */
    public static FleetSettings flatOut(int workers) {
        return new FleetSettings(
                Duration.ZERO, 0, Duration.ZERO, Duration.ZERO, workers, OptionalLong.empty(), Optional.empty());
    }

    /**
     * The same, ending after a number of check-ins.
     *
     * @param checkIns of all devices together
     * @return a copy
     */
    public FleetSettings withLimit(long checkIns) {
        return new FleetSettings(interval, jitter, rampUp, restartTime, workers, OptionalLong.of(checkIns), duration);
    }

    /**
     * The same, ending after a time.
     *
     * @param time from the start
     * @return a copy
     */
    public FleetSettings withDuration(Duration time) {
        return new FleetSettings(interval, jitter, rampUp, restartTime, workers, limit, Optional.of(time));
    }

    private static void notNegative(Duration time, String name) {
        if (Objects.requireNonNull(time, name).isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative");
        }
    }
}
