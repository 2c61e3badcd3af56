// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.configuration;

import java.util.OptionalLong;
import org.smartems.simulator.FleetSettings;

/** Reads when devices check in. */
public final class FleetReader {

    private FleetReader() {}

    public static FleetSettings read(Values values) {
        FleetSettings usual = FleetSettings.defaults();
        return new FleetSettings(
                values.time("interval").orElse(usual.interval()),
                values.share("jitter", usual.jitter()),
                values.time("rampUp").orElse(usual.rampUp()),
                values.time("restartTime").orElse(usual.restartTime()),
                values.number("workers", 1, FleetSettings.MOST_WORKERS)
                        .map(Long::intValue)
                        .orElse(usual.workers()),
                values.number("count", 1, Long.MAX_VALUE).map(OptionalLong::of).orElse(OptionalLong.empty()),
                values.time("duration"));
    }
}
