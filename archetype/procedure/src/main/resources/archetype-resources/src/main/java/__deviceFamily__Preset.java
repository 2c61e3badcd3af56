#set($key = $deviceFamily.toLowerCase())
package ${package};

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;
import org.smartems.spi.procedure.Capability;

/** The device type that is there as soon as the bundle is. */
@Component
public final class ${deviceFamily}Preset implements DeviceTypePreset {

    @Override
    public List<PredefinedDeviceType> deviceTypes() {
        return List.of(PredefinedDeviceType.of("${key}", "${deviceFamily}", ${deviceFamily}Procedure.ID)
                .shownAs("${deviceFamily}", "router", "#0A84FF")
                .commonNamePrefix("${key}")
                .calledAt("/${key}", "basic")
                .firmware(1, "Firmware")
                .config(1, "Config")
                .with(Capability.TEMPLATES, Capability.VARIABLES));
    }
}
