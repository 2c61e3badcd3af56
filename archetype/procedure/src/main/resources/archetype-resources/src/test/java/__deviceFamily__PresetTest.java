package ${package};

import java.util.List;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.testing.contract.DeviceTypePresetContract;

/** The contract of every preset. */
class ${deviceFamily}PresetTest implements DeviceTypePresetContract {

    @Override
    public DeviceTypePreset preset() {
        return new ${deviceFamily}Preset();
    }

    @Override
    public List<ProcedureDescription> procedures() {
        return List.of(new ${deviceFamily}Procedure().description());
    }
}
