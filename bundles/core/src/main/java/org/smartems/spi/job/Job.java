// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.job;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Background work over stored state; register it as a service.
 *
 * <p>One node at a time runs a job, by a lease in the database that outlives a crash: a tick may therefore be cut off
 * anywhere and begun again elsewhere. It must be idempotent: read what is stored, advance it by one step, store it.
 */
@ConsumerType
public interface Job {

    /**
     * What the job is called in lists and logs.
     *
     * @return stable and unique within the system: lower case letters, digits and hyphens, up to 64 characters
     */
    String name();

    /**
     * How long to wait between the end of one tick and the start of the next.
     *
     * @return at least one second; read once, when the job appears
     */
    Duration interval();

    /**
     * Does one tick. Never called by two threads at once; not in a transaction.
     *
     * @throws Exception is logged and shown, and the tick is tried again after the interval
     */
    void run() throws Exception;
}
