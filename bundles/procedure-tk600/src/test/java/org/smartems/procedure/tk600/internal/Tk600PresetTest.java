// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.tk600.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.testing.contract.DeviceTypePresetContract;

class Tk600PresetTest implements DeviceTypePresetContract {

    @Override
    public DeviceTypePreset preset() {
        return new Tk600Preset();
    }

    @Override
    public List<ProcedureDescription> procedures() {
        return List.of(new RouterDsaProcedure().description());
    }

    @Test
    void isTheTypeThatRoutersInTheFieldCall() {
        PredefinedDeviceType type = preset().deviceTypes().get(0);
        assertThat(type.name()).isEqualTo("TK600");
        assertThat(type.deviceName()).isEqualTo("Router");
        assertThat(type.icon()).isEqualTo("router");
        assertThat(type.color()).isEqualTo("#89E10A");
        assertThat(type.routePrefix()).isEqualTo("/router/tk600");
        assertThat(type.authenticationMethod()).isEqualTo("digest");
        assertThat(type.commonNamePrefix()).isEqualTo("tk600");
        assertThat(type.minimumRsrp()).hasValue(-116);
        assertThat(type.hasConnectionAggregation()).isTrue();
    }

    @Test
    void hasTheSlotsOfARouter() {
        PredefinedDeviceType type = preset().deviceTypes().get(0);
        assertThat(type.firmwareName(1)).hasValue("Firmware");
        assertThat(type.firmwareName(2)).hasValue("Device supervisor agent package");
        assertThat(type.firmwareName(3)).hasValue("Device supervisor PySDK package");
        assertThat(type.configName(1)).hasValue("Startup config");
        assertThat(type.configName(2)).hasValue("Running config");
        assertThat(type.configName(3)).hasValue("Device supervisor Config");
        assertThat(type.isJson(1)).isFalse();
        assertThat(type.isJson(3)).isTrue();
        assertThat(type.capabilities())
                .contains(
                        Capability.ALWAYS_REINSTALL_CONFIG2,
                        Capability.ALWAYS_REINSTALL_CONFIG3,
                        Capability.VARIABLES,
                        Capability.REQUEST_DIAGNOSE)
                .doesNotContain(Capability.ALWAYS_REINSTALL_CONFIG1)
                .doesNotContain(Capability.VPN, Capability.CERTIFICATES, Capability.ENDPOINT_DEVICES);
    }
}
