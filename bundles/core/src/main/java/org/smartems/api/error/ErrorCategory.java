// SPDX-License-Identifier: Apache-2.0
package org.smartems.api.error;

/** Who can do something about a failure, and with it the HTTP status. Values may be added. */
public enum ErrorCategory {
    /** The input is wrong: 400. */
    INVALID(400),
    /** Nobody is logged in, or the credentials are wrong: 401. */
    UNAUTHENTICATED(401),
    /** The caller may not do this: 403. */
    DENIED(403),
    /** The object does not exist, or not for this caller: 404. */
    NOT_FOUND(404),
    /** The object is in a state that forbids it: 409. */
    CONFLICT(409),
    /** Too many requests of one caller: 429. */
    THROTTLED(429),
    /** A fault of this server: 500. */
    INTERNAL(500),
    /** Another system failed: 502. */
    EXTERNAL(502),
    /** Something this server needs is away for the moment; try again later: 503. */
    UNAVAILABLE(503);

    private final int status;

    ErrorCategory(int status) {
        this.status = status;
    }

    /**
     * The HTTP status that belongs to the category.
     *
     * @return 400 to 599
     */
    public int status() {
        return status;
    }
}
