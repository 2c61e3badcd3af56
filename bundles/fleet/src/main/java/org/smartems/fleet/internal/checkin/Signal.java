// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.OptionalInt;
import org.smartems.fleet.internal.device.FactNumbers;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;

/** The gate of the mobile signal. */
final class Signal {

    private Signal() {}

    /** Whether the reported signal is weaker than asked for; a device that reports none is not held back. */
    static boolean isTooWeak(DeviceReport report, OptionalInt minimum) {
        if (minimum.isEmpty()) {
            return false;
        }
        int reported = report.field(DeviceField.RSRP)
                .map(FactNumbers::rsrp)
                .orElseGet(OptionalInt::empty)
                .orElse(0);
        return Math.abs(minimum.getAsInt()) < Math.abs(reported);
    }
}
