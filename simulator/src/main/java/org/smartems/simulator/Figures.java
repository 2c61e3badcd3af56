// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a fleet has done in a time.
 *
 * @param elapsed how long
 * @param checkIns how many ended
 * @param acknowledged how many of them were answered 200
 * @param latency from the beginning of a check-in until its answer was read, of answered ones whose device was not slow
 * @param lag by how much check-ins began later than planned: the simulator, not the server, is short of workers
 * @param answers how many of which kind; kinds that did not come are missing
 * @param faults how many of which, {@link Fault#NONE} missing
 * @param workDone how many pieces of work were carried out
 * @param workFailed how many were not
 * @param connections how many were opened
 * @param resumptions how many of them resumed a TLS session
 * @param unexpected how many check-ins did not go as they must with a healthy server
 * @param examples the first unexpected ones, in words; a few
 */
public record Figures(
        Duration elapsed,
        long checkIns,
        long acknowledged,
        Spread latency,
        Spread lag,
        Map<AnswerKind, Long> answers,
        Map<Fault, Long> faults,
        long workDone,
        long workFailed,
        long connections,
        long resumptions,
        long unexpected,
        List<String> examples) {

    /**
     * How times are spread. Each is at most 2 % too long; all are zero when there were none.
     *
     * @param p50 half are not longer
     * @param p90 nine in ten are not longer
     * @param p99 99 in a hundred are not longer
     * @param max the longest
     */
    public record Spread(Duration p50, Duration p90, Duration p99, Duration max) {}

    /**
     * The rate.
     *
     * @return check-ins per second; 0 for no time
     */
    public double perSecond() {
        return elapsed.isZero() ? 0 : checkIns / (elapsed.toNanos() / 1e9);
    }
}
