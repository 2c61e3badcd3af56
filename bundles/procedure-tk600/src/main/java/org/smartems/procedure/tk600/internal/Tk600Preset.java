// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.tk600.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;
import org.smartems.spi.procedure.Capability;

/** The device type TK600. */
@Component
public final class Tk600Preset implements DeviceTypePreset {

    @Override
    public List<PredefinedDeviceType> deviceTypes() {
        return List.of(PredefinedDeviceType.of("tk600", "TK600", RouterDsaProcedure.ID)
                .shownAs("Router", "router", "#89E10A")
                .commonNamePrefix("tk600")
                .calledAt("/router/tk600", "digest")
                .firmware(1, "Firmware")
                .firmware(2, "Device supervisor agent package")
                .firmware(3, "Device supervisor PySDK package")
                .config(1, "Startup config")
                .config(2, "Running config")
                .jsonConfig(3, "Device supervisor Config")
                .with(
                        Capability.ALWAYS_REINSTALL_CONFIG2,
                        Capability.ALWAYS_REINSTALL_CONFIG3,
                        Capability.TEMPLATES,
                        Capability.VARIABLES,
                        Capability.GSM,
                        Capability.REQUEST_DIAGNOSE)
                .minimumRsrp(-116)
                .withConnectionAggregation());
    }
}
