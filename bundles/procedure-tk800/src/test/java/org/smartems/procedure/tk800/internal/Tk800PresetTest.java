// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.tk800.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.testing.contract.DeviceTypePresetContract;

class Tk800PresetTest implements DeviceTypePresetContract {

    @Override
    public DeviceTypePreset preset() {
        return new Tk800Preset();
    }

    @Override
    public List<ProcedureDescription> procedures() {
        return List.of(new RouterProcedure().description());
    }

    @Test
    void isTheTypeThatRoutersInTheFieldCall() {
        PredefinedDeviceType type = preset().deviceTypes().get(0);
        assertThat(type.name()).isEqualTo("TK800");
        assertThat(type.deviceName()).isEqualTo("Router");
        assertThat(type.icon()).isEqualTo("router");
        assertThat(type.color()).isEqualTo("#E10A1E");
        assertThat(type.routePrefix()).isEqualTo("/router/tk800");
        assertThat(type.authenticationMethod()).isEqualTo("digest");
        assertThat(type.commonNamePrefix()).isEqualTo("tk800");
        assertThat(type.minimumRsrp()).hasValue(-116);
        assertThat(type.hasConnectionAggregation()).isTrue();
    }

    @Test
    void hasTheSlotsOfARouter() {
        PredefinedDeviceType type = preset().deviceTypes().get(0);
        assertThat(type.firmwareName(1)).hasValue("Firmware");
        assertThat(type.firmwareName(2)).isEmpty();
        assertThat(type.configName(1)).hasValue("Startup config");
        assertThat(type.configName(2)).hasValue("Running config");
        assertThat(type.isJson(1)).isFalse();
        assertThat(type.capabilities())
                .contains(Capability.ALWAYS_REINSTALL_CONFIG2, Capability.VARIABLES, Capability.REQUEST_DIAGNOSE)
                .doesNotContain(Capability.VPN, Capability.CERTIFICATES, Capability.ENDPOINT_DEVICES);
    }
}
