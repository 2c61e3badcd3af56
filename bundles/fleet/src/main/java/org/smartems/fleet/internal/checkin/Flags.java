// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Arrays;
import java.util.Optional;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.spi.procedure.WorkKind;

/**
 * The work flags of a device and the number of the last request; immutable.
 *
 * <p>Each request has a number of its own, so that an answer clears only the request that it answers.
 */
public final class Flags {

    /** No request yet. */
    public static final Flags NONE = new Flags(new long[WorkFlag.values().length], 0);

    private final long[] sequences;
    private final long last;

    private Flags(long[] sequences, long last) {
        this.sequences = sequences;
        this.last = last;
    }

    /** The flag of a kind of work. */
    public static WorkFlag of(WorkKind kind, int slot) {
        return switch (kind) {
            case FIRMWARE -> WorkFlag.firmware(slot);
            case CONFIG -> WorkFlag.config(slot);
            case DIAGNOSE -> WorkFlag.REQUEST_DIAGNOSE_DATA;
            case REQUEST_CONFIG -> WorkFlag.REQUEST_CONFIG_DATA;
        };
    }

    /** The flag of a kind of work as stored; empty for one that this version does not know. */
    public static Optional<WorkFlag> of(String kind, int slot) {
        for (WorkKind known : WorkKind.values()) {
            if (known.name().equals(kind)) {
                return Optional.of(of(known, slot));
            }
        }
        return Optional.empty();
    }

    /** As stored, in the order of {@link WorkFlag}. */
    static Flags stored(long[] sequences, long last) {
        return new Flags(sequences, last);
    }

    /** Whether there is a request. */
    public boolean isSet(WorkFlag flag) {
        return sequence(flag) != 0;
    }

    /** The number of the request, 0 when there is none. */
    public long sequence(WorkFlag flag) {
        return sequences[flag.ordinal()];
    }

    /** The number of the last request. */
    public long last() {
        return last;
    }

    /** With a new request, unless there is one. */
    public Flags set(WorkFlag flag) {
        return isSet(flag) ? this : with(flag, last + 1);
    }

    /** Without a request. */
    public Flags clear(WorkFlag flag) {
        return isSet(flag) ? with(flag, 0) : this;
    }

    /** Without any request. */
    public Flags clearAll() {
        return new Flags(new long[sequences.length], last);
    }

    private Flags with(WorkFlag flag, long sequence) {
        long[] copy = sequences.clone();
        copy[flag.ordinal()] = sequence;
        return new Flags(copy, Math.max(last, sequence));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Flags that && last == that.last && Arrays.equals(sequences, that.sequences);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sequences);
    }

    @Override
    public String toString() {
        return Arrays.toString(sequences) + " of " + last;
    }
}
