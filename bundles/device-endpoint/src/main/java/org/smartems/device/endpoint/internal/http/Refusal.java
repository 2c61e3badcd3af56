// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.http;

/** A request is not served; thrown to whoever answers. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

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

    /** 503, and when to come again. */
    public static Refusal forNow(String reason) {
        return of(503, reason, "Retry-After", "5");
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
