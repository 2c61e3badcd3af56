// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.tk800.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;
import org.smartems.spi.procedure.Capability;

/** The device type TK800. */
@Component
public final class Tk800Preset implements DeviceTypePreset {

    @Override
    public List<PredefinedDeviceType> deviceTypes() {
        return List.of(PredefinedDeviceType.of("tk800", "TK800", RouterProcedure.ID)
                .shownAs("Router", "router", "#E10A1E")
                .commonNamePrefix("tk800")
                .calledAt("/router/tk800", "digest")
                .firmware(1, "Firmware")
                .config(1, "Startup config")
                .config(2, "Running config")
                .with(
                        Capability.ALWAYS_REINSTALL_CONFIG2,
                        Capability.TEMPLATES,
                        Capability.VARIABLES,
                        Capability.GSM,
                        Capability.REQUEST_DIAGNOSE)
                .minimumRsrp(-116)
                .withConnectionAggregation());
    }
}
