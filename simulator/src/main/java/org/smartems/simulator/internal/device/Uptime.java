// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.time.Duration;
import java.util.Locale;

/** A time since the start, in the words of routers. */
final class Uptime {

    private Uptime() {}

    static String text(Duration uptime) {
        return String.format(
                Locale.ROOT,
                "%dday,%d:%02d:%02d",
                uptime.toDays(),
                uptime.toHoursPart(),
                uptime.toMinutesPart(),
                uptime.toSecondsPart());
    }
}
