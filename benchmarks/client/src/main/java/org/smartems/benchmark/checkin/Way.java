// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

/** How a check-in gets to the server. */
enum Way {
    /** Over the connection of the check-in before. */
    KEPT("kept"),
    /** Over a connection of its own, which resumes the TLS session of the one before. */
    RESUMED("resumed"),
    /** Over a connection of its own with the full handshake. */
    FULL("full");

    private final String id;

    Way(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
