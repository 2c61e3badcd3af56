// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

/** Why the server does not run: a reason that anybody may read, and a detail for the log. */
public final class StartFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;
    private final boolean permanent;

    private StartFailure(String reason, String detail, boolean permanent) {
        super(detail.isEmpty() ? reason : reason + " (" + detail + ")");
        this.reason = reason;
        this.permanent = permanent;
    }

    /** What may pass by itself, and is tried again. */
    static StartFailure passing(String reason, String detail) {
        return new StartFailure(reason, detail, false);
    }

    /** What only an administrator can change, and is not tried again. */
    static StartFailure refused(String reason, String detail) {
        return new StartFailure(reason, detail, true);
    }

    String reason() {
        return reason;
    }

    boolean permanent() {
        return permanent;
    }
}
