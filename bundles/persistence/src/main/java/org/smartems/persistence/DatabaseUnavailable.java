// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence;

import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/**
 * The database is away, not yet there, or has no free connection; the transaction was rolled back.
 *
 * <p>One exception: when the connection broke during the commit itself, nobody knows whether the server has committed.
 */
public final class DatabaseUnavailable extends PlatformException {

    private static final long serialVersionUID = 1L;

    /**
     * Built by the persistence bundle.
     *
     * @param message one sentence for people
     * @param cause what the driver or the pool said; may be null
     */
    public DatabaseUnavailable(String message, Throwable cause) {
        super(ErrorCategory.UNAVAILABLE, "databaseUnavailable", message, cause);
    }
}
