// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.fleet.catalogue.Catalogue.Snapshot;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.platform.configuration.RouterIdentifier;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.testing.Eventually;

class CatalogueTest extends FleetFixture {

    @Test
    void seesChangesOfThisNodeAtOnce() {
        long before = fleet.catalogue.refresh().revision();
        DeviceTypeView type = fleet.router("tk800");
        Snapshot after = fleet.catalogue.snapshot();
        assertThat(after.revision()).isGreaterThan(before);
        DeviceType known = after.deviceType(type.id()).orElseThrow();
        assertThat(known.enabled()).isTrue();
        assertThat(known.configNames()).containsOnlyKeys(1, 2);
        assertThat(known.customFirmwareUrls()).isEmpty();
        assertThat(known.configMinRsrp()).isEmpty();
        assertThat(known.commandExpireDuration()).hasHours(4);
    }

    @Test
    void seesChangesOfOtherNodesWithinASecondOrTwo() throws Exception {
        DeviceTypeView type = fleet.router("tk800");
        sql("update fleet_device_type set enabled = false; update fleet_catalogue set revision = revision + 1");
        Eventually.until("the change is seen", () -> fleet.catalogue
                .snapshot()
                .deviceType(type.id())
                .filter(known -> !known.enabled())
                .isPresent());
    }

    @Test
    void isNotReadAnewWhileNothingChanges() {
        Snapshot first = fleet.catalogue.refresh();
        assertThat(fleet.catalogue.refresh()).isSameAs(first);
    }

    @Test
    void doesNotPublishWhatIsNotCommitted() {
        assertThatIllegalStateException().isThrownBy(() -> transactions.run(() -> fleet.catalogue.refresh()));
        assertThatThrownBy(() -> transactions.run(() -> {
                    fleet.router("tk800");
                    throw new IllegalArgumentException();
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(fleet.catalogue.refresh().called("/router/tk800/config")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/a/config, a",
        "/a, a",
        "/a/, a",
        "/a/b/config, ab",
        "/a/bc/config, a",
        "/ab/config, root",
        "/A/config, root",
        "/, root",
        "a/config, ''",
        "'', ''",
        "*, ''"
    })
    void findsTheLongestPrefixOfWholeSegments(String path, String expected) {
        fleet.types.create(AUTHOR, fleet.routerForm("a", "a", "/a"));
        fleet.types.create(AUTHOR, fleet.routerForm("ab", "ab", "/a/b"));
        DeviceTypeView root = fleet.types.create(AUTHOR, fleet.routerForm("root", "root", "/"));
        fleet.types.disable(AUTHOR, root.id());
        assertThat(fleet.catalogue.snapshot().called(path).map(DeviceType::name).orElse(""))
                .isEqualTo(expected);
    }

    @Test
    void tellsTheChosenIdentifierWhereThereIsAChoice() {
        fleet.configurations.setRouterIdentifier(RouterIdentifier.IMSI);
        Snapshot snapshot = fleet.catalogue.refresh();
        assertThat(snapshot.identifier(fleet.router.description())).isEqualTo(DeviceField.IMSI);
        assertThat(snapshot.identifier(fleet.gateway.description())).isEqualTo(DeviceField.SERIAL_NUMBER);
    }
}
