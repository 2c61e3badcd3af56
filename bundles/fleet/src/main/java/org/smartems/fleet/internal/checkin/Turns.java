// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets the reports of one device through one after the other, so that they do not decide against each other. */
final class Turns {

    /** Of one device, the report that is decided included: a quarter of the threads, others need some too. */
    static final int MOST = 32;

    private final Map<Key, Turn> turns = new ConcurrentHashMap<>();

    private record Key(long deviceType, String identifier) {}

    /** Kept while somebody has it or waits for it. */
    private static final class Turn extends ReentrantLock {

        private static final long serialVersionUID = 1L;

        private int users; // changed by the map, one at a time
    }

    /**
     * Waits until it is the report's turn, and does the work.
     *
     * @throws org.smartems.api.error.PlatformException unavailable, when too many of the device wait already
     */
    <T> T take(long deviceType, String identifier, Supplier<T> work) {
        Key key = new Key(deviceType, identifier);
        Turn turn = turns.compute(key, (any, known) -> {
            Turn used = known == null ? new Turn() : known;
            if (used.users == MOST) {
                throw Refusals.tooManyAtOnce(identifier);
            }
            used.users++;
            return used;
        });
        try {
            turn.lockInterruptibly();
            try {
                return work.get();
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.interrupted();
        } finally {
            leave(key);
        }
    }

    private void leave(Key key) {
        turns.compute(key, (any, used) -> --used.users == 0 ? null : used);
    }

    /** How many devices somebody has or waits for. */
    int size() {
        return turns.size();
    }
}
