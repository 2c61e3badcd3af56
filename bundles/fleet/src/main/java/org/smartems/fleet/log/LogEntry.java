// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.log;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** What the entries of all logs have in common. */
@ProviderType
public interface LogEntry {

    /**
     * The id, unique within its log.
     *
     * @return says nothing about the order: several servers give ids out at once
     */
    long id();

    /**
     * When it happened.
     *
     * @return to the microsecond
     */
    Instant createdAt();
}
