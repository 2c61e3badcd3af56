package org.example.brook;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;
import org.smartems.spi.procedure.Capability;

/** The device type that is there as soon as the bundle is. */
@Component
public final class BrookPreset implements DeviceTypePreset {

    @Override
    public List<PredefinedDeviceType> deviceTypes() {
        return List.of(PredefinedDeviceType.of("brook", "Brook", BrookProcedure.ID)
                .shownAs("Brook", "router", "#0A84FF")
                .commonNamePrefix("brook")
                .calledAt("/brook", "basic")
                .firmware(1, "Firmware")
                .config(1, "Config")
                .with(Capability.TEMPLATES, Capability.VARIABLES));
    }
}
