// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.log;

/** The logs whose entries have a content that is stored sealed. */
public enum ContentLog {
    /** Requests and answers. */
    COMMUNICATION("communicationLog"),
    /** Configs that devices reported. */
    CONFIG("configLog"),
    /** Diagnose data that devices reported. */
    DIAGNOSE("diagnoseLog");

    private final String id;

    ContentLog(String id) {
        this.id = id;
    }

    /**
     * The name in codes of refusals.
     *
     * @return in camel case
     */
    public String id() {
        return id;
    }
}
