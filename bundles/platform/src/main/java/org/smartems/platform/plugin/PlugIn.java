// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import java.time.Instant;
import java.util.Optional;

/**
 * A plug-in at one moment, counted since it was installed or restarted.
 *
 * @param named what it is called, and where it comes from
 * @param state whether it is called
 * @param since when the counting began
 * @param counts of its calls
 * @param lastFault the latest of the faults and stuck calls, or why it is not used; empty without any
 */
public record PlugIn(Named named, State state, Instant since, Counts counts, Optional<Fault> lastFault) {

    /** What it is called: unique on this node, such as {@code procedure:router}. */
    public String id() {
        return named.id();
    }

    /** Where it comes from. */
    public Origin origin() {
        return named.origin();
    }

    /**
     * What kind of plug-in it is.
     *
     * @return the part of its id before the colon, such as {@code procedure} or {@code authenticator}
     */
    public String kind() {
        return id().substring(0, id().indexOf(':'));
    }

    /** Whether it can be restarted: one that is not used gets no call that a restart could allow. */
    public boolean isUsed() {
        return state == State.SERVING || state == State.FAULTY;
    }

    /** Whether a plug-in is called. */
    public enum State {
        /** It is called. */
        SERVING,
        /** Its calls are refused because it was stuck too often; over when it is restarted. */
        FAULTY,
        /** Never called: another one of its kind has the same id. */
        DUPLICATE,
        /** Never called: it could not say what it is. */
        UNUSABLE,
        /** Never called: its bundle needs packages that this server does not have. */
        INCOMPATIBLE
    }

    /**
     * What a plug-in is called.
     *
     * @param id its kind and what it calls itself, such as {@code procedure:router} or {@code authenticator:digest}; of
     *     one that is not used, with its bundle or class, so that it is unique all the same
     * @param provides what people read of that which it adds; empty when it says nothing
     * @param origin the bundle that it comes from
     */
    public record Named(String id, String provides, Origin origin) {}

    /**
     * The calls of a plug-in.
     *
     * @param running calls that are inside it
     * @param calls that it has answered
     * @param faults calls that it has failed, or answered with nothing or nonsense
     * @param stuck calls that it did not end in time, or that took too much memory
     * @param refused calls that were refused because it was busy or faulty
     */
    public record Counts(int running, long calls, long faults, long stuck, long refused) {}

    /**
     * Where a plug-in comes from.
     *
     * @param bundle symbolic name; empty when it is not known
     * @param version of the bundle; empty when it is not known
     */
    public record Origin(String bundle, String version) {

        /** Nobody knows. */
        public static final Origin UNKNOWN = new Origin("", "");
    }

    /**
     * What went wrong.
     *
     * @param at when
     * @param reason for an administrator, one line of up to 200 characters; a message of the plug-in may be part of it
     */
    public record Fault(Instant at, String reason) {}
}
