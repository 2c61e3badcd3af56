// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

/**
 * What the server is doing.
 *
 * @param state the state
 * @param reason why it is not up, without paths or names; empty when it is
 */
public record Status(State state, String reason) {

    /** The states of a server. */
    public enum State {
        /** Not started, or stopped on request. */
        STOPPED,
        /** On its way up. */
        STARTING,
        /** Answers queries. */
        UP,
        /** Does not answer, and is tried again. */
        DOWN,
        /** Cannot run before an administrator changes something. */
        REFUSED
    }

    static final Status STOPPED = new Status(State.STOPPED, "PostgreSQL is stopped");
    static final Status STARTING = new Status(State.STARTING, "PostgreSQL is starting");
    static final Status UP = new Status(State.UP, "");

    static Status down(String reason) {
        return new Status(State.DOWN, reason);
    }

    static Status refused(String reason) {
        return new Status(State.REFUSED, reason);
    }

    /** Whether queries are answered. */
    public boolean isUp() {
        return state == State.UP;
    }
}
