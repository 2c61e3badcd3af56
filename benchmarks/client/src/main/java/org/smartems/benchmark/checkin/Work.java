// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

/** What a check-in is about. */
enum Work {
    /** The device has what it should. */
    NOTHING("nothing", "nothing new"),
    /** The device reports a config that it has never reported before. */
    CONFIG("config", "new config"),
    /** The device is given its config, and in its next check-in it tells that it has it. */
    COMMAND("command", "command cycle");

    private final String id;
    private final String label;

    Work(String id, String label) {
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
