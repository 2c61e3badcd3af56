// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

/**
 * Seconds of processor time, of user and system together.
 *
 * @param server of its Java process
 * @param database of all its processes
 * @param client of this process
 */
public record Cpu(double server, double database, double client) {

    /** Nothing. */
    public static final Cpu NONE = new Cpu(0, 0, 0);

    /**
     * What was used since.
     *
     * @param earlier taken before
     * @return the difference
     */
    public Cpu minus(Cpu earlier) {
        return new Cpu(server - earlier.server, database - earlier.database, client - earlier.client);
    }

    /**
     * Both together.
     *
     * @param other to be added
     * @return the sum
     */
    public Cpu plus(Cpu other) {
        return new Cpu(server + other.server, database + other.database, client + other.client);
    }
}
