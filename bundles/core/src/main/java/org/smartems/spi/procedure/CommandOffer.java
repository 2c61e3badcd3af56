// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import org.osgi.annotation.versioning.ProviderType;

/** A command that a device is to carry out and to report on; immutable. */
@ProviderType
public interface CommandOffer {

    /**
     * The name that the plan of the procedure gives the step.
     *
     * @return as on the wire
     */
    String name();

    /**
     * By which the device's report tells the command.
     *
     * @return a random UUID (RFC 4122 section 4.4)
     */
    String transactionId();
}
