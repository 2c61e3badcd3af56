// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.crash;

/** What is killed. */
enum Hit {
    /** The server, whose database goes on; it is started again at once. */
    SERVER("server", "server killed"),
    /** The first process of the database server. */
    DATABASE("database", "database killed"),
    /** A process that serves one connection of the database: the database server then recovers. */
    BACKEND("backend", "a database process killed"),
    /** Every connection of the devices, and for a while three in ten new ones at some byte. */
    LINE("line", "line cut");

    private final String id;
    private final String label;

    Hit(String id, String label) {
        this.id = id;
        this.label = label;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }
}
