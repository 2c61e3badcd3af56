// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.device;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/** What people do about commands that devices were given; safe for use by many threads. */
@ProviderType
public interface DeviceCommands {

    /**
     * Waits no longer for reports on commands: they expire now, and what they handed out is not requested again. A
     * device that has one may still carry it out.
     *
     * @param author who does it
     * @param device its id
     * @param transactionId of one command; empty for all that are open
     * @return the transaction ids of the commands
     * @throws org.smartems.api.error.PlatformException when there is no such open command
     */
    List<String> cancel(Author author, long device, Optional<String> transactionId);

    /**
     * Requests again what a command handed out that failed or expired. The failures that were counted are forgotten,
     * and firmware is no longer held back because a command was critical.
     *
     * @param author who does it
     * @param device its id
     * @param transactionId of one command; empty for the latest
     * @return what is requested
     * @throws org.smartems.api.error.PlatformException when there is no such command, it is open or has succeeded, or
     *     the type of the device does not have that work any more
     */
    WorkFlag retry(Author author, long device, Optional<String> transactionId);
}
