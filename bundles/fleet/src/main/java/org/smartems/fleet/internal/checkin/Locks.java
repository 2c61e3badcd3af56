// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.sql.SQLException;
import java.util.Set;

/** Tells failures that pass by themselves from others. */
final class Locks {

    /** A deadlock was ended, a lock was not to be had in time, another transaction was in the way. */
    private static final Set<String> STATES = Set.of("40P01", "55P03", "40001");

    /** The server has ended a statement because it took too long. */
    private static final Set<String> TIMED_OUT = Set.of("57014");

    private static final int DEEPEST = 20;

    private Locks() {}

    /** Whether a transaction failed only because others held what it needed. */
    static boolean wereLost(Throwable failure) {
        return hasState(failure, STATES);
    }

    /** Whether a statement took longer than it may. */
    static boolean timedOut(Throwable failure) {
        return hasState(failure, TIMED_OUT);
    }

    private static boolean hasState(Throwable failure, Set<String> states) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && states.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
