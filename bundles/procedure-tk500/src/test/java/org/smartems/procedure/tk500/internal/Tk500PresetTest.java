// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.tk500.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.testing.contract.DeviceTypePresetContract;

class Tk500PresetTest implements DeviceTypePresetContract {

    @Override
    public DeviceTypePreset preset() {
        return new Tk500Preset();
    }

    @Override
    public List<ProcedureDescription> procedures() {
        return List.of(new RouterOneConfigProcedure().description());
    }

    @ParameterizedTest
    @CsvSource({
        "TK100, /router/tk100, tk100, #0AE1CD",
        "TK500, /router/tk500, tk500, #620AE1",
        "TK500v2, /router/tk500-v2, tk5002, #0A1EE1",
        "TK500v3, /router/tk500-v3, tk5003, #AF0AE1",
    })
    void hasTheTypesThatRoutersInTheFieldCall(String name, String prefix, String commonName, String color) {
        PredefinedDeviceType type = preset().deviceTypes().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(type.deviceName()).isEqualTo("Router");
        assertThat(type.icon()).isEqualTo("router");
        assertThat(type.color()).isEqualTo(color);
        assertThat(type.routePrefix()).isEqualTo(prefix);
        assertThat(type.authenticationMethod()).isEqualTo("digest");
        assertThat(type.commonNamePrefix()).isEqualTo(commonName);
        assertThat(type.minimumRsrp()).hasValue(-116);
        assertThat(type.hasConnectionAggregation()).isTrue();
    }

    @Test
    void hasOneFirmwareAndOneConfig() {
        assertThat(preset().deviceTypes()).hasSize(4).allSatisfy(type -> {
            assertThat(type.firmwareName(1)).hasValue("Firmware");
            assertThat(type.firmwareName(2)).isEmpty();
            assertThat(type.configName(1)).hasValue("Startup config");
            assertThat(type.configName(2)).isEmpty();
            assertThat(type.isJson(1)).isFalse();
            assertThat(type.capabilities())
                    .contains(Capability.VARIABLES, Capability.REQUEST_DIAGNOSE)
                    .doesNotContain(Capability.ALWAYS_REINSTALL_CONFIG1, Capability.VPN);
        });
    }
}
