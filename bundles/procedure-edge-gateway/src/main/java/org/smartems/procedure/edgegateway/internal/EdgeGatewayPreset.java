// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.edgegateway.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;
import org.smartems.spi.procedure.Capability;

/** The device type Edge gateway. */
@Component
public final class EdgeGatewayPreset implements DeviceTypePreset {

    @Override
    public List<PredefinedDeviceType> deviceTypes() {
        return List.of(PredefinedDeviceType.of("edge-gateway", "Edge gateway", EdgeGatewayProcedure.ID)
                .shownAs("Edge gateway", "computer", "#00B6FF")
                .commonNamePrefix("eg")
                .calledAt("/api/edgegateway", "basic")
                .firmware(1, "Firmware")
                .jsonConfig(1, "Config")
                .with(
                        Capability.TEMPLATES,
                        Capability.VARIABLES,
                        Capability.GSM,
                        Capability.REQUEST_CONFIG,
                        Capability.DEVICE_COMMANDS)
                .withConnectionAggregation());
    }
}
