// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.http;

import java.util.concurrent.ThreadLocalRandom;

/** A request is not served; thrown to whoever answers. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SOON_SECONDS = 5;
    private static final int SPREAD_SECONDS = 30;

    private final int status;
    private final String header;
    private final String value;

    private Refusal(int status, String reason, String header, String value) {
        super(reason, null, false, false);
        this.status = status;
        this.header = header;
        this.value = value;
    }

    /**
     * Without a further header.
     *
     * @param reason one line for the log of the server
     */
    public static Refusal of(int status, String reason) {
        return new Refusal(status, reason, "", "");
    }

    /** With a header that says more, unless its value is empty. */
    public static Refusal of(int status, String reason, String header, String value) {
        return new Refusal(status, reason, value.isEmpty() ? "" : header, value);
    }

    /** 503, and when to come again: not all of a fleet at the same moment, so it differs by half a minute. */
    public static Refusal forNow(String reason) {
        int seconds = SOON_SECONDS + ThreadLocalRandom.current().nextInt(SPREAD_SECONDS);
        return of(503, reason, "Retry-After", Integer.toString(seconds));
    }

    int status() {
        return status;
    }

    String header() {
        return header;
    }

    String value() {
        return value;
    }

    /** Not worth a line of the log: honest devices do it all day, or the throttle has told of it once. */
    boolean isUsual() {
        return status == 401 || status == 429;
    }
}
