// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.tk500.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;
import org.smartems.spi.procedure.Capability;

/** The device types TK100, TK500, TK500v2 and TK500v3. */
@Component
public final class Tk500Preset implements DeviceTypePreset {

    @Override
    public List<PredefinedDeviceType> deviceTypes() {
        return List.of(
                type("tk100", "TK100", "#0AE1CD").commonNamePrefix("tk100").calledAt("/router/tk100", "digest"),
                type("tk500", "TK500", "#620AE1").commonNamePrefix("tk500").calledAt("/router/tk500", "digest"),
                type("tk500-v2", "TK500v2", "#0A1EE1")
                        .commonNamePrefix("tk5002")
                        .calledAt("/router/tk500-v2", "digest"),
                type("tk500-v3", "TK500v3", "#AF0AE1")
                        .commonNamePrefix("tk5003")
                        .calledAt("/router/tk500-v3", "digest"));
    }

    private static PredefinedDeviceType type(String key, String name, String color) {
        return PredefinedDeviceType.of(key, name, RouterOneConfigProcedure.ID)
                .shownAs("Router", "router", color)
                .firmware(1, "Firmware")
                .config(1, "Startup config")
                .with(Capability.TEMPLATES, Capability.VARIABLES, Capability.GSM, Capability.REQUEST_DIAGNOSE)
                .minimumRsrp(-116)
                .withConnectionAggregation();
    }
}
