// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What the platform has decided on a report; immutable. */
@ProviderType
public interface CheckIn {

    /**
     * What came of it.
     *
     * @return to be switched on with a default branch
     */
    Outcome outcome();

    /**
     * By what the device is known.
     *
     * @return the reported value of the identifying field; of a known device its identifier
     */
    String identifier();

    /**
     * The work to hand out.
     *
     * @return present for {@link Outcome#WORK} alone
     */
    Optional<Work> work();

    /**
     * Whether the device has a template with a version that applies to it.
     *
     * @return false for an unknown device
     */
    boolean hasTemplate();

    /**
     * Whether that template version has a config in a slot.
     *
     * @param slot 1 to 3
     * @return false for an unknown device
     */
    boolean hasConfig(int slot);
}
