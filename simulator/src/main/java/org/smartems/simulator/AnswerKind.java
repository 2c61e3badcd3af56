// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

/** What the server told a device. */
public enum AnswerKind {
    /** There is nothing to do. */
    NO_CHANGE("noChange", true),
    /** A config: of a router the startup config. */
    CONFIG("config", true),
    /** A running config, of a router. */
    RUNNING_CONFIG("runningConfig", true),
    /** A firmware. */
    FIRMWARE("firmware", true),
    /** Diagnose data is wanted. */
    DIAGNOSE("diagnose", true),
    /** The config is wanted. */
    GET_CONFIG("getConfig", true),
    /** A router that was not known. */
    UNKNOWN_DEVICE("unknownDevice", true),
    /** The device is disabled. */
    DISABLED("disabled", true),
    /** The server is under maintenance. */
    MAINTENANCE("maintenance", true),
    /** Another text, or the member error of an edge gateway. */
    MESSAGE("message", false),
    /** 401. */
    REFUSED("refused", false),
    /** 503. */
    UNAVAILABLE("unavailable", false),
    /** Another status than 200, 401 and 503. */
    STATUS("status", false),
    /** The answer is not what the dialect allows. */
    MALFORMED("malformed", false),
    /** There is no answer, or only a part. */
    CONNECTION("connection", false),
    /** The device cut the connection on purpose. */
    CUT("cut", true);

    private final String id;
    private final boolean ordinary;

    AnswerKind(String id, boolean ordinary) {
        this.id = id;
        this.ordinary = ordinary;
    }

    /**
     * The name in figures.
     *
     * @return in camel case
     */
    public String id() {
        return id;
    }

    /**
     * Whether a healthy server gives such an answer to a healthy device.
     *
     * @return false for what is looked into
     */
    public boolean ordinary() {
        return ordinary;
    }
}
