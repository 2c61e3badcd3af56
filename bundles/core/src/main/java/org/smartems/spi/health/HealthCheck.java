// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.health;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One condition that must hold for the server to be ready, registered as an OSGi service.
 *
 * <p>The server answers {@code GET /health/ready} with 200 only while every registered check is up. A check that is
 * unregistered (because its bundle stops) no longer counts, unless the edition requires one of that name.
 */
@ConsumerType
public interface HealthCheck {

    /** Service property and key of the answer: the name of the check, lower case, unique within the server. */
    String NAME = "smartems.health.name";

    /**
     * Tells the present state.
     *
     * <p>Called often and by several threads at once, so it must answer from memory, without a network call and without
     * waiting for a lock. An exception counts as down.
     *
     * @return the present state, never null
     */
    Health check();
}
