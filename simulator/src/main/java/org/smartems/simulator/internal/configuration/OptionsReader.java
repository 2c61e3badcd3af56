// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.configuration;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.smartems.simulator.DeviceOptions;
import org.smartems.simulator.DeviceOptions.ReportedConfig;
import org.smartems.simulator.Dialect;
import org.smartems.simulator.Fault;
import org.smartems.simulator.FaultRates;

/** Reads how devices behave. */
final class OptionsReader {

    private static final Map<String, ReportedConfig> REPORTED =
            Map.of("startup", ReportedConfig.STARTUP, "running", ReportedConfig.RUNNING, "none", ReportedConfig.NONE);

    private OptionsReader() {}

    static DeviceOptions read(Values values) {
        DeviceOptions usual = DeviceOptions.defaults();
        Optional<Path> state = values.text("state").map(Path::of);
        return new DeviceOptions(
                values.number("seed", 0, Long.MAX_VALUE).orElse(usual.seed()),
                faults(values),
                state,
                usual.reportedConfig(),
                values.flag("edge-gateway.head", usual.headFirst()),
                values.flag("edge-gateway.customData", usual.customData()));
    }

    /** With what only devices of that dialect have. */
    static DeviceOptions read(Values values, Dialect dialect, DeviceOptions usual) {
        return dialect.isRouter()
                ? usual.withReportedConfig(
                        values.choice(dialect.id() + ".reportedConfig", REPORTED, usual.reportedConfig()))
                : usual;
    }

    private static FaultRates faults(Values values) {
        Map<Fault, Double> rates = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            if (fault != Fault.NONE) {
                rates.put(fault, values.share("fault." + fault.id(), 0));
            }
        }
        try {
            return FaultRates.of(rates);
        } catch (IllegalArgumentException e) {
            values.problem("fault", e.getMessage());
            return FaultRates.none();
        }
    }
}
