// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.config.ConfigForm;
import org.smartems.fleet.config.ConfigView;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.FakeGenerator;
import org.smartems.fleet.internal.Fleet;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.config.ConfigRendering;
import org.smartems.fleet.internal.config.ConfigSnapshot;
import org.smartems.spi.config.ConfigException;

class TemplateSnapshotsTest extends FleetFixture {

    private DeviceTypeView type;
    private ConfigView config;
    private long version;

    @BeforeEach
    void makeVersion() {
        type = fleet.router("tk800");
        config = fleet.config(type, "a", "host {{ name }}");
        long template = fleet.templates.create(AUTHOR, type.id(), "T").id();
        version = fleet.templates
                .createStaging(AUTHOR, template, Fleet.version("v", config))
                .id();
    }

    @Test
    void rendersTheConfigOfASlot() throws Exception {
        TemplateSnapshot snapshot = snapshot();
        assertThat(snapshot.config(2)).isEmpty();
        assertThat(snapshot.firmware(1)).isEmpty();
        assertThat(render(snapshot)).isEqualTo("host north");
    }

    @Test
    void readsTheDatabaseOnlyWhenSomethingHasChanged() throws Exception {
        TemplateSnapshot first = snapshot();
        assertThat(snapshot()).isSameAs(first);
        ConfigSnapshot compiled = first.config(1).orElseThrow();
        fleet.router("other");
        assertThat(snapshot().config(1)).as("compiled once").containsSame(compiled);
        fleet.configs.edit(AUTHOR, config.id(), new ConfigForm("a", "twig", "new {{ name }}"), false);
        assertThat(render(snapshot())).isEqualTo("new north");
        // who goes by an older revision does not bring it back
        assertThat(render(fleet.snapshots.get(version, 1))).isEqualTo("new north");
    }

    @Test
    void compilesAnewWhenAGeneratorComesOrGoes() throws Exception {
        Fleet restarted = fleet;
        TemplateSnapshot before = snapshot();
        FakeGenerator other = new FakeGenerator("velocity");
        restarted.generators.addGenerator(other);
        assertThat(snapshot().config(1).orElseThrow())
                .isNotSameAs(before.config(1).orElseThrow());
        sql("update fleet_config set generator = 'velocity', version = version + 1;"
                + " update fleet_catalogue set revision = revision + 1");
        fleet.catalogue.refresh();
        assertThat(render(snapshot())).isEqualTo("host north");
        restarted.generators.removeGenerator(other);
        assertThatThrownBy(() -> render(snapshot()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("The generator velocity is not installed");
    }

    @Test
    void handsOutNothingOfAVersionThatIsGone() {
        assertThat(fleet.snapshots.get(0, 1).configs()).isEmpty();
    }

    @Test
    void isNotReadInsideATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> transactions.run(this::snapshot));
    }

    private TemplateSnapshot snapshot() {
        return fleet.snapshots.get(version, fleet.catalogue.snapshot().revision());
    }

    private String render(TemplateSnapshot snapshot) throws ConfigException {
        DeviceType known = fleet.catalogue.snapshot().deviceType(type.id()).orElseThrow();
        return ConfigRendering.render(known, 1, snapshot.config(1).orElseThrow(), Map.of("name", "north"));
    }
}
