// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.http;

import org.smartems.simulator.Fault;

/**
 * How an exchange is carried out.
 *
 * @param fault what goes wrong with the request or its answer
 * @param sink takes the body of a successful answer; null to collect it
 * @param cutAfter how many bytes of a body to take before the line is cut; negative for all
 */
public record Manner(Fault fault, BodySink sink, long cutAfter) {

    public static Manner of(Fault fault) {
        return new Manner(fault, null, -1);
    }

    public static Manner download(BodySink sink, long cutAfter) {
        return new Manner(Fault.NONE, sink, cutAfter);
    }
}
