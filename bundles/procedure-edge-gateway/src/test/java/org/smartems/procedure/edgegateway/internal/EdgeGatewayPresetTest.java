// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.edgegateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.testing.contract.DeviceTypePresetContract;

class EdgeGatewayPresetTest implements DeviceTypePresetContract {

    @Override
    public DeviceTypePreset preset() {
        return new EdgeGatewayPreset();
    }

    @Override
    public List<ProcedureDescription> procedures() {
        return List.of(new EdgeGatewayProcedure().description());
    }

    @Test
    void isTheTypeThatGatewaysInTheFieldCall() {
        PredefinedDeviceType type = preset().deviceTypes().get(0);
        assertThat(type.name()).isEqualTo("Edge gateway");
        assertThat(type.deviceName()).isEqualTo("Edge gateway");
        assertThat(type.icon()).isEqualTo("computer");
        assertThat(type.color()).isEqualTo("#00B6FF");
        assertThat(type.routePrefix()).isEqualTo("/api/edgegateway");
        assertThat(type.authenticationMethod()).isEqualTo("basic");
        assertThat(type.commonNamePrefix()).isEqualTo("eg");
        assertThat(type.minimumRsrp()).isEmpty();
        assertThat(type.hasConnectionAggregation()).isTrue();
    }

    @Test
    void hasOneFirmwareAndOneConfigOfJson() {
        PredefinedDeviceType type = preset().deviceTypes().get(0);
        assertThat(type.firmwareName(1)).hasValue("Firmware");
        assertThat(type.configName(1)).hasValue("Config");
        assertThat(type.isJson(1)).isTrue();
        assertThat(type.configName(2)).isEmpty();
        assertThat(type.capabilities())
                .contains(Capability.VARIABLES, Capability.DEVICE_COMMANDS)
                .doesNotContain(Capability.VPN, Capability.CERTIFICATES, Capability.ENDPOINT_DEVICES);
    }
}
