// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import javax.persistence.PersistenceException;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;

/** A value that only one row of a table may have. */
public final class Unique {

    private static final String UNIQUE_VIOLATION = "23505";

    private Unique() {}

    /** Names the field when two writers take one value at once, which no query before the write can notice. */
    public static <T> T named(String field, Supplier<T> write) {
        try {
            return write.get();
        } catch (PersistenceException e) {
            throw isViolation(e) ? taken(field) : e;
        }
    }

    /** The value of the field is that of another thing. */
    public static ValidationException taken(String field) {
        return new ValidationException(List.of(FieldError.of(field, "validation.uniqueEntity")));
    }

    private static boolean isViolation(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database && UNIQUE_VIOLATION.equals(database.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
