// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.schema;

import java.util.Set;
import org.osgi.framework.Bundle;

/** The schema of one bundle and how far it is; guarded by {@link Schemas}. */
public final class Schema {

    /** How far. */
    enum State {
        /** For the database, for another schema, or for its turn. */
        WAITING,
        /** Its scripts are running. */
        RUNNING,
        /** Its data source is there. */
        READY,
        /** Nothing happens until its bundle is updated. */
        FAILED
    }

    final Bundle bundle;
    final String name;
    final Set<String> after;
    State state = State.WAITING;
    String reason = "waiting for the database";
    Runnable withdrawal = () -> {};
    boolean removed;

    /** Since when others are missing, in the time of {@code System.nanoTime}. */
    Long missingSince;

    boolean warned;

    Schema(Bundle bundle, String name, Set<String> after) {
        this.bundle = bundle;
        this.name = name;
        this.after = after;
    }

    void become(State next, String why) {
        state = next;
        reason = why;
    }

    String owner() {
        return bundle.getSymbolicName() + " [" + bundle.getBundleId() + "]";
    }
}
