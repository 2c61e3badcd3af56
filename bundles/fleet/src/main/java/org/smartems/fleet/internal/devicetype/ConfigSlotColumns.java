// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import javax.persistence.Embeddable;
import org.smartems.fleet.devicetype.ConfigSlot;

/** One config slot of a device type; both are null while it was never on. */
@Embeddable
public class ConfigSlotColumns {

    private static final String JSON = "json";
    private static final String PLAIN = "plain";

    private String name;
    private String format;

    /** For the persistence provider. */
    protected ConfigSlotColumns() {}

    ConfigSlotColumns(ConfigSlot slot) {
        this.name = slot.name();
        this.format = slot.json() ? JSON : PLAIN;
    }

    ConfigSlot slot() {
        return new ConfigSlot(name, JSON.equals(format));
    }
}
