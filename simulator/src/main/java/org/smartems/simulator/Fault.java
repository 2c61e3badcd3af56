// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

/** What a device does wrong in one check-in, on purpose. */
public enum Fault {
    /** Nothing. */
    NONE("none"),
    /** Work that is handed out is not done; an edge gateway reports the status error. */
    COMMAND_ERROR("commandError"),
    /** Work that is handed out is not done; an edge gateway reports the status critical. */
    COMMAND_CRITICAL("commandCritical"),
    /** Work that is handed out is ignored, and nothing is ever reported of it. */
    NO_REPORT("noReport"),
    /** The connection is cut in the middle of the request. */
    CUT_REQUEST("cutRequest"),
    /** The connection is cut once the request is sent. */
    CUT_UNANSWERED("cutUnanswered"),
    /** The connection is cut in the middle of the answer, which is then ignored. */
    CUT_ANSWER("cutAnswer"),
    /** The connection is cut in the middle of a firmware download, which is then resumed. */
    CUT_DOWNLOAD("cutDownload"),
    /** The request is sent in small pieces with pauses. */
    SLOW("slow"),
    /** The password is a wrong one. */
    WRONG_PASSWORD("wrongPassword");

    private final String id;

    Fault(String id) {
        this.id = id;
    }

    /**
     * The name in configuration files.
     *
     * @return in camel case
     */
    public String id() {
        return id;
    }

    /**
     * Whether the device does not do the work it is given.
     *
     * @return true for the faults of work
     */
    public boolean ofWork() {
        return this == COMMAND_ERROR || this == COMMAND_CRITICAL || this == NO_REPORT;
    }

    /**
     * Whether the device cuts its check-in short.
     *
     * @return true for the faults after which there is no answer
     */
    public boolean ofLine() {
        return this == CUT_REQUEST || this == CUT_UNANSWERED || this == CUT_ANSWER;
    }
}
