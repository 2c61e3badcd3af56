// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.job;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The background work of the system; safe for use by many threads. */
@ProviderType
public interface Jobs {

    /**
     * The state of every job, on whatever node it runs.
     *
     * @return by name
     * @throws org.smartems.persistence.DatabaseUnavailable while the database is away
     */
    List<JobState> states();

    /**
     * Begins a tick of a job soon, by a thread of its own, although it may not be due.
     *
     * @param name of a job of this node
     * @throws org.smartems.api.error.PlatformException of category NOT_FOUND when this node has no such job, CONFLICT
     *     when it is at work at it
     */
    void run(String name);
}
