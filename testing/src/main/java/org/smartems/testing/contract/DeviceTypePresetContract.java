// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.spi.procedure.Capability.CERTIFICATES;
import static org.smartems.spi.procedure.Capability.DEVICE_TO_NETWORK_CONNECTION;
import static org.smartems.spi.procedure.Capability.ENDPOINT_DEVICES;
import static org.smartems.spi.procedure.Capability.MASQUERADE;
import static org.smartems.spi.procedure.Capability.VARIABLES;
import static org.smartems.spi.procedure.Capability.VPN;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.ProcedureDescription;

/** What every {@link DeviceTypePreset} must fulfil. */
public interface DeviceTypePresetContract {

    /**
     * The preset under test.
     *
     * @return a new one or always the same
     */
    DeviceTypePreset preset();

    /**
     * The procedures that its device types name.
     *
     * @return their descriptions
     */
    List<ProcedureDescription> procedures();

    /** There is something, and keys and names tell it apart. */
    @Test
    default void presetsDeviceTypesThatCanBeToldApart() {
        assertThat(preset().deviceTypes()).isNotEmpty();
        assertThat(preset().deviceTypes())
                .extracting(PredefinedDeviceType::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(preset().deviceTypes())
                .extracting(PredefinedDeviceType::name)
                .doesNotHaveDuplicates();
        assertThat(preset().deviceTypes())
                .extracting(PredefinedDeviceType::commonNamePrefix)
                .doesNotHaveDuplicates();
    }

    /** Two calls give the same keys in the same order. */
    @Test
    default void presetsAlwaysTheSame() {
        assertThat(preset().deviceTypes().stream().map(PredefinedDeviceType::key))
                .containsExactlyElementsOf(preset().deviceTypes().stream()
                        .map(PredefinedDeviceType::key)
                        .toList());
    }

    /** Names, icon and colour can be shown. */
    @Test
    default void presetsWhatCanBeShown() {
        each(type -> {
            assertThat(type.name()).isNotBlank().hasSizeLessThanOrEqualTo(255);
            assertThat(type.deviceName()).isNotBlank().hasSizeLessThanOrEqualTo(255);
            assertThat(type.icon()).isNotBlank();
            assertThat(type.color()).matches("#[0-9A-Fa-f]{6}");
            assertThat(type.commonNamePrefix()).isNotBlank().hasSizeLessThanOrEqualTo(6);
        });
    }

    /** The address is one that devices may be given. */
    @Test
    default void presetsRoutesThatAreFree() {
        each(type -> {
            assertThat(type.routePrefix()).matches("/|(/[A-Za-z0-9._~-]+)+");
            assertThat(type.routePrefix() + "/")
                    .doesNotMatch("/(web|authentication|df|health|metrics|scep|\\.well-known)/.*");
            assertThat(type.authenticationMethod()).isNotBlank();
        });
    }

    /** A device type has what its procedure requires, and nothing that it does not support. */
    @Test
    default void presetsWhatTheProcedureTakes() {
        each(type -> {
            ProcedureDescription procedure = procedure(type);
            Set<Capability> possible = new HashSet<>(procedure.required());
            possible.addAll(procedure.supported());
            assertThat(type.capabilities()).containsAll(procedure.required());
            assertThat(possible).containsAll(type.capabilities());
        });
    }

    /** Capabilities come with those that they need. */
    @Test
    default void presetsNoForbiddenCombination() {
        each(type -> {
            Set<Capability> has = type.capabilities();
            assertThat(!has.contains(CERTIFICATES) || has.contains(VARIABLES)).isTrue();
            assertThat(!has.contains(VPN) || has.contains(CERTIFICATES)).isTrue();
            assertThat(!has.contains(ENDPOINT_DEVICES) || has.contains(VPN)).isTrue();
            assertThat(!has.contains(MASQUERADE) || has.contains(VPN)).isTrue();
            assertThat(!has.contains(DEVICE_TO_NETWORK_CONNECTION) || has.contains(CERTIFICATES))
                    .isTrue();
            assertThat(type.minimumRsrp().isEmpty() || slots().anyMatch(slot -> hasSlot(type, slot)))
                    .isTrue();
        });
    }

    /** A slot that is on has a name, one that is off has none and is not sent. */
    @Test
    default void presetsNamesOfSlots() {
        each(type -> slots().forEach(slot -> {
            Set<Capability> has = type.capabilities();
            assertThat(type.firmwareName(slot).isPresent()).isEqualTo(has.contains(Capability.firmware(slot)));
            assertThat(type.configName(slot).isPresent()).isEqualTo(has.contains(Capability.config(slot)));
            assertThat(type.isJson(slot) && type.configName(slot).isEmpty()).isFalse();
            assertThat(has.contains(Capability.alwaysReinstallConfig(slot))
                            && type.configName(slot).isEmpty())
                    .isFalse();
        }));
    }

    private void each(Consumer<PredefinedDeviceType> check) {
        assertThat(preset().deviceTypes()).allSatisfy(check);
    }

    private ProcedureDescription procedure(PredefinedDeviceType type) {
        return procedures().stream()
                .filter(procedure -> procedure.id().equals(type.procedure()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type.key() + " names no procedure of the plug-in"));
    }

    private static IntStream slots() {
        return IntStream.rangeClosed(1, 3);
    }

    private static boolean hasSlot(PredefinedDeviceType type, int slot) {
        return type.firmwareName(slot).isPresent() || type.configName(slot).isPresent();
    }
}
