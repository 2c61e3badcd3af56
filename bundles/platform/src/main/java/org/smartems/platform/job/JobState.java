// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A job at one moment.
 *
 * @param name of the job
 * @param interval between two ticks; empty when this node does not have the job
 * @param running whether a node is at it
 * @param startedAt when the last tick began
 * @param endedAt when the last tick that ended did so
 * @param failures in a row
 * @param failure why the last tick failed, one line
 */
public record JobState(
        String name,
        Optional<Duration> interval,
        boolean running,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        int failures,
        Optional<String> failure) {}
