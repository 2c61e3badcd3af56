// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.devicetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.smartems.spi.procedure.Capability;

class PredefinedDeviceTypeTest {

    private final PredefinedDeviceType bare = PredefinedDeviceType.of("example", "Example", "none");

    @Test
    void hasNothingAtFirst() {
        assertThat(bare.key()).isEqualTo("example");
        assertThat(bare.name()).isEqualTo("Example");
        assertThat(bare.procedure()).isEqualTo("none");
        assertThat(bare.deviceName()).isEqualTo("Example");
        assertThat(bare.icon()).isEqualTo("router");
        assertThat(bare.color()).isEqualTo("#000000");
        assertThat(bare.routePrefix()).isEqualTo("/");
        assertThat(bare.authenticationMethod()).isEqualTo("none");
        assertThat(bare.commonNamePrefix()).isEmpty();
        assertThat(bare.capabilities()).isEmpty();
        assertThat(bare.minimumRsrp()).isEmpty();
        assertThat(bare.hasConnectionAggregation()).isFalse();
    }

    @Test
    void changesCopies() {
        PredefinedDeviceType full = bare.shownAs("Box", "star", "#123456")
                .commonNamePrefix("ex")
                .calledAt("/api/example", "basic")
                .minimumRsrp(-116)
                .withConnectionAggregation();
        assertThat(bare.deviceName()).isEqualTo("Example");
        assertThat(bare.minimumRsrp()).isEmpty();
        assertThat(full.deviceName()).isEqualTo("Box");
        assertThat(full.icon()).isEqualTo("star");
        assertThat(full.color()).isEqualTo("#123456");
        assertThat(full.commonNamePrefix()).isEqualTo("ex");
        assertThat(full.routePrefix()).isEqualTo("/api/example");
        assertThat(full.authenticationMethod()).isEqualTo("basic");
        assertThat(full.minimumRsrp()).hasValue(-116);
        assertThat(full.hasConnectionAggregation()).isTrue();
    }

    @Test
    void switchesSlotsOnWithTheirNames() {
        PredefinedDeviceType full = bare.firmware(1, "Firmware")
                .config(2, "Running")
                .jsonConfig(3, "Agent")
                .with(Capability.GSM);
        assertThat(full.capabilities())
                .containsExactlyInAnyOrder(
                        Capability.FIRMWARE1, Capability.CONFIG2, Capability.CONFIG3, Capability.GSM);
        assertThat(full.firmwareName(1)).hasValue("Firmware");
        assertThat(full.firmwareName(2)).isEmpty();
        assertThat(full.configName(2)).hasValue("Running");
        assertThat(full.configName(1)).isEmpty();
        assertThat(full.isJson(2)).isFalse();
        assertThat(full.isJson(3)).isTrue();
        assertThat(bare.capabilities()).isEmpty();
    }

    @Test
    void addsCapabilitiesToThoseThatItHas() {
        PredefinedDeviceType type = bare.with(Capability.GSM).with(Capability.TEMPLATES, Capability.VARIABLES);
        assertThat(type.capabilities()).hasSize(3);
        assertThatThrownBy(() -> type.capabilities().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void knowsSlotsOneToThree() {
        assertThatThrownBy(() -> bare.firmware(0, "Firmware")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bare.jsonConfig(4, "Config")).isInstanceOf(IllegalArgumentException.class);
    }
}
