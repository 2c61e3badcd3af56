package org.example.brook;

import java.util.List;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.testing.contract.DeviceTypePresetContract;

/** The contract of every preset. */
class BrookPresetTest implements DeviceTypePresetContract {

    @Override
    public DeviceTypePreset preset() {
        return new BrookPreset();
    }

    @Override
    public List<ProcedureDescription> procedures() {
        return List.of(new BrookProcedure().description());
    }
}
