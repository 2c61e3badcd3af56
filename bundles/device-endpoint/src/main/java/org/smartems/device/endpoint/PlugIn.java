// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint;

import java.time.Instant;
import java.util.Optional;

/**
 * A plug-in at one moment, counted since it was installed or restarted.
 *
 * @param id its kind and what it calls itself, such as {@code procedure:router} or {@code authenticator:digest}
 * @param origin the bundle that it comes from
 * @param faulty whether requests are refused because it was stuck too often; over when it is restarted
 * @param running calls that are inside it
 * @param calls that it has answered
 * @param faults calls that it has failed, or answered with nothing or nonsense
 * @param stuck calls that it did not end in time
 * @param refused calls that were refused because it was busy or faulty
 * @param lastFault the latest of the faults and stuck calls; empty without any
 */
public record PlugIn(
        String id,
        Origin origin,
        boolean faulty,
        int running,
        long calls,
        long faults,
        long stuck,
        long refused,
        Optional<Fault> lastFault) {

    /**
     * What it does for devices.
     *
     * @return the part of its id before the colon: {@code procedure} or {@code authenticator}
     */
    public String kind() {
        return id.substring(0, id.indexOf(':'));
    }

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
     * @param reason for an administrator, up to 200 characters; a message of the plug-in may be part of it
     */
    public record Fault(Instant at, String reason) {}
}
