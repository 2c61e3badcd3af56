// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One check-in: what the device sent, got and did.
 *
 * @param dialect of the device
 * @param identifier serial number of the device
 * @param number which of the device's check-ins, from 1
 * @param startedAt when the device began
 * @param took from the beginning until the answer was read, connecting included, downloads not
 * @param fault what the device did wrong on purpose
 * @param reported what it told of earlier work
 * @param answer what it got
 * @param work what it made of the work handed out; empty when there was none
 * @param eager whether it has something to say before its next regular check-in
 * @param connections how many connections it opened, for downloads too
 * @param resumptions how many of them resumed a TLS session
 */
public record CheckIn(
        Dialect dialect,
        String identifier,
        long number,
        Instant startedAt,
        Duration took,
        Fault fault,
        Reported reported,
        Answer answer,
        Optional<WorkResult> work,
        boolean eager,
        int connections,
        int resumptions) {

    /**
     * Whether the device has read the whole of an answer 200: what it reported must not be lost.
     *
     * @return true for such an answer, malformed ones included
     */
    public boolean acknowledged() {
        return answer.status() == 200;
    }

    /**
     * Whether this is what a healthy server makes of the device's behaviour.
     *
     * @return false for what is looked into
     */
    public boolean expected() {
        if (fault == Fault.WRONG_PASSWORD) {
            return answer.kind() == AnswerKind.REFUSED;
        }
        return answer.kind().ordinary()
                && (fault.ofWork() || work.map(WorkResult::done).orElse(true));
    }
}
