// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.boot;

/** Out of what a server is started. */
enum Start {
    /** An archive that is unpacked, and no home. */
    NEW("new", "archive, new home"),
    /** A home that was stopped in order. */
    AGAIN("again", "ready again"),
    /** A home whose server was killed and whose database went on. */
    KILLED("killed", "after a kill");

    private final String id;
    private final String label;

    Start(String id, String label) {
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
