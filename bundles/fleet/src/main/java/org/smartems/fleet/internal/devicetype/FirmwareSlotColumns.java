// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import javax.persistence.Embeddable;
import org.smartems.fleet.devicetype.FirmwareSlot;

/** One firmware slot of a device type; both are null while it was never on. */
@Embeddable
public class FirmwareSlotColumns {

    private String name;
    private String customUrl;

    /** For the persistence provider. */
    protected FirmwareSlotColumns() {}

    FirmwareSlotColumns(FirmwareSlot slot) {
        this.name = slot.name();
        this.customUrl = slot.customUrl().isEmpty() ? null : slot.customUrl();
    }

    FirmwareSlot slot() {
        return new FirmwareSlot(name, customUrl == null ? "" : customUrl);
    }
}
