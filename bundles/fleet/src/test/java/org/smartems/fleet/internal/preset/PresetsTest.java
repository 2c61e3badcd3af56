// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.devicetype.ConfigSlot;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Switched;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;
import org.smartems.spi.procedure.Capability;
import org.smartems.testing.Eventually;

class PresetsTest extends FleetFixture {

    private static final PredefinedDeviceType TK800 = PredefinedDeviceType.of("tk800", "TK800", "router")
            .shownAs("Router", "router", "#E10A1E")
            .calledAt("/router/tk800", "digest")
            .with(Capability.VARIABLES)
            .firmware(1, "Firmware")
            .config(1, "Startup config")
            .config(2, "Running config")
            .minimumRsrp(-116)
            .withConnectionAggregation();

    private Presets presets;

    @AfterEach
    void stop() {
        presets.stop();
    }

    @Test
    void makesATypeOnce() {
        start(TK800);
        Eventually.until("the type is there", () -> find("TK800"));
        DeviceTypeView type = fleet.types.find("TK800").orElseThrow();
        assertThat(type.values().configs()).containsEntry(1, new ConfigSlot("Startup config", false));
        assertThat(type.values().capabilities()).contains(Capability.GSM, Capability.VARIABLES);
        assertThat(type.values().certificateCommonNamePrefix()).isEqualTo("tk800");
        assertThat(type.values().options().authenticationMethod()).isEqualTo("digest");
        assertThat(type.values().options().credentialsSource()).isEqualTo("user");
        assertThat(type.values().options().configMinRsrp()).isEqualTo(Switched.on(-116));
        assertThat(type.values().options().connectionAggregation()).isEqualTo(Switched.on(24));
        fleet.types.delete(AUTHOR, type.id());
        presets.stop();
        // what people delete stays deleted
        start(TK800, PredefinedDeviceType.of("later", "Later", "none"));
        Eventually.until("the other type is there", () -> find("Later"));
        assertThat(find("TK800")).isFalse();
    }

    @Test
    void triesATypeAgainWithTheNextStartWhenItsNameIsTaken() {
        DeviceTypeView taken = fleet.router("TK800");
        start(TK800, PredefinedDeviceType.of("later", "Later", "none"));
        Eventually.until("the other type is there", () -> find("Later"));
        assertThat(fleet.types.find("TK800")).contains(taken);
        fleet.types.delete(AUTHOR, taken.id());
        presets.stop();
        start(TK800);
        Eventually.until("the type is there", () -> find("TK800"));
    }

    @Test
    void tellsWhatIsTakenAndTriesAgainWhenItIsRestarted() {
        DeviceTypeView taken = fleet.router("TK800");
        start(TK800);
        Eventually.until("it is told", () -> presets.plugIns().get(0).counts().faults() == 1);
        assertThat(presets.plugIns().get(0).lastFault().orElseThrow().reason()).startsWith("TK800: ");
        fleet.types.delete(AUTHOR, taken.id());
        assertThat(presets.restart("preset:tk800")).isTrue();
        Eventually.until("the type is there", () -> find("TK800"));
        assertThat(presets.plugIns().get(0).counts().faults()).isZero();
    }

    @Test
    void waitsForTheProcedure() {
        fleet.plugIns.removeProcedure(fleet.router);
        start(TK800, PredefinedDeviceType.of("later", "Later", "none"));
        Eventually.until("the other type is there", () -> find("Later"));
        assertThat(find("TK800")).isFalse();
        fleet.plugIns.addProcedure(fleet.router);
        Eventually.until("the type is there", () -> find("TK800"));
    }

    @Test
    void goesOnWhenAPresetFails() {
        presets = new Presets(fleet.types, fleet.procedures, fleet.changes, transactions);
        presets.addPreset(() -> {
            throw new IllegalStateException("broken plug-in");
        });
        presets.addPreset(() -> List.of(TK800));
        Eventually.until("the type is there", () -> find("TK800"));
    }

    @Test
    void goesOnWhenATypeIsBeyondWhatCanBeMade() {
        presets = new Presets(fleet.types, fleet.procedures, fleet.changes, transactions);
        presets.addPreset(
                () -> List.of(PredefinedDeviceType.of("a", "A", "none").calledAt("/a", null)));
        presets.addPreset(() -> List.of(PredefinedDeviceType.of("b", "B", null)));
        presets.addPreset(() -> List.of(PredefinedDeviceType.of(null, "C", "none")));
        presets.addPreset(() -> List.of(TK800));
        Eventually.until("the type is there", () -> find("TK800"));
        assertThat(presets.plugIns())
                .filteredOn(one -> one.isUsed() && !one.id().equals("preset:tk800"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.counts().faults()).isEqualTo(1));
        assertThat(presets.plugIns()).filteredOn(one -> !one.isUsed()).hasSize(1);
    }

    private void start(PredefinedDeviceType... types) {
        DeviceTypePreset preset = () -> List.of(types);
        presets = new Presets(fleet.types, fleet.procedures, fleet.changes, transactions);
        presets.addPreset(preset);
    }

    private boolean find(String name) {
        return fleet.types.find(name).isPresent();
    }
}
