// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.database;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Predicate;
import org.smartems.persistence.DatabaseUnavailable;

/** What the causes of a failure say about the database. */
public final class SqlStates {

    private static final int DEEPEST = 50; // causes may form a ring

    /** Refused login and missing database: an administrator may be about to repair it. */
    private static final Set<String> ACCESS = Set.of("28000", "28P01", "3D000");

    private static final Set<String> LOCKS = Set.of("40P01", "55P03");

    private SqlStates() {}

    /** The connection is gone, or could not be made; not: the pool has none to spare. */
    public static boolean lost(Throwable failure) {
        return any(failure, e -> state(e).startsWith("08") || stopped(e));
    }

    /** The same attempt may well succeed later, without anybody changing a script. */
    public static boolean temporary(Throwable failure) {
        return lost(failure) || any(failure, SqlStates::mayPass);
    }

    /** What the innermost cause says. */
    public static String reason(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** The state of the innermost SQL exception that has one, else empty. */
    static String innermostState(Throwable failure) {
        String found = "";
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            found = state(cause).isEmpty() ? found : state(cause);
            cause = cause.getCause();
        }
        return found;
    }

    private static boolean mayPass(Throwable e) {
        String state = state(e);
        return e instanceof DatabaseUnavailable
                || e instanceof IOException
                || e instanceof InterruptedException
                || e instanceof SQLTransientException
                || state.startsWith("53")
                || ACCESS.contains(state)
                || LOCKS.contains(state);
    }

    private static boolean stopped(Throwable e) {
        return state(e).startsWith("57P");
    }

    private static String state(Throwable e) {
        return e instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }

    private static boolean any(Throwable failure, Predicate<Throwable> test) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (test.test(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
