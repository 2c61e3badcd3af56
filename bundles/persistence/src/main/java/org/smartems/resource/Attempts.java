// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import javax.persistence.OptimisticLockException;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/** Does again what somebody else has crossed; the second time it sees what the other one left. */
public final class Attempts {

    private static final int MOST = 3;
    /** Unique value taken, row referred to or gone, serialization failure, deadlock. */
    private static final Set<String> CROSSED = Set.of("23505", "23503", "40001", "40P01");

    private Attempts() {}

    /**
     * Does something, up to three times.
     *
     * @param transaction begins and ends a transaction
     * @param <T> what it returns
     * @return what it returned
     * @throws PlatformException CONFLICT {@code concurrentChange} when it was crossed each time
     */
    public static <T> T run(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (!isCrossed(e)) {
                    throw e;
                }
                if (attempt == MOST) {
                    throw new PlatformException(
                            ErrorCategory.CONFLICT, "concurrentChange", "Somebody else changed it at the same time", e);
                }
            }
        }
    }

    private static boolean isCrossed(Throwable failure) {
        if (failure instanceof PlatformException) {
            return false;
        }
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof SQLException sql && CROSSED.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
