// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The dialect of a family of devices; register it as a service.
 *
 * <p>The procedure parses requests and words answers; the platform authenticates, stores, and decides on the work.
 */
@ConsumerType
public interface CommunicationProcedure {

    /**
     * What the procedure is.
     *
     * @return always the same; read once, when the service appears
     */
    ProcedureDescription description();

    /**
     * Answers a request of an authenticated device to one of the routes. Called by many threads.
     *
     * <p>The platform gives a call ten seconds and a number of threads; what throws, returns null or does not end is
     * logged with the device and counts as a fault of the plug-in. Do not wait for anything but the exchange.
     *
     * @param exchange the contact
     * @return the answer
     */
    DeviceResponse handle(DeviceExchange exchange);
}
