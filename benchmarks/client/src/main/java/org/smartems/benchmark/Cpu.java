// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

/** Seconds of processor time, of user and system together. */
record Cpu(double server, double database, double client) {

    static final Cpu NONE = new Cpu(0, 0, 0);

    Cpu minus(Cpu earlier) {
        return new Cpu(server - earlier.server, database - earlier.database, client - earlier.client);
    }

    Cpu plus(Cpu other) {
        return new Cpu(server + other.server, database + other.database, client + other.client);
    }
}
