// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.firmware;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/** How the firmware of a slot is compared; safe for use by many threads. */
@ProviderType
public interface FirmwareOrders {

    /**
     * Orders the firmware of a slot, unless it has a rule already.
     *
     * @param author who does it
     * @param deviceType id of the type
     * @param slot 1 to 3, which the type has
     * @param versioning id of an installed order
     */
    void order(Author author, long deviceType, int slot, String versioning);

    /**
     * The device types of which a slot is compared by an order, whatever the order of the type.
     *
     * @param versioning id of an order, installed or not
     * @return ids of device types
     */
    Set<Long> deviceTypes(String versioning);
}
