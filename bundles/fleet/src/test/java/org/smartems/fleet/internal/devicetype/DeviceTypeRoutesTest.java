// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.Fleet;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.spi.procedure.Capability;

class DeviceTypeRoutesTest extends FleetFixture {

    @ParameterizedTest
    @CsvSource({
        "router/tk900, routePrefixStart",
        "/web, routePrefixReserved",
        "/web/devices, routePrefixReserved",
        "/df, routePrefixReserved",
        "/.well-known/x, routePrefixReserved",
        "/webcam, ''",
        "/router/tk800, routePrefixUsed",
        "/router/tk800/, routePrefixUsed",
        // its path would be that of the type at /router/tk800
        "/router/tk800/config, routePrefixUsed",
        "/router/tk800/other, ''",
        "/router, ''",
        "/, ''"
    })
    void guardsTheAddressesOfDevices(String prefix, String broken) {
        fleet.router("tk800");
        DeviceTypeForm form = fleet.routerForm("b", "b", prefix);
        if (broken.isEmpty()) {
            assertThat(fleet.types.create(AUTHOR, form).values().routePrefix()).isEqualTo(prefix);
        } else {
            assertInvalid(() -> fleet.types.create(AUTHOR, form), "routePrefix=deviceType." + broken);
        }
    }

    @ParameterizedTest
    @CsvSource({"/a//b", "/a b", "/a/../b", "/a/.", "/a?b", "/%41"})
    void refusesPrefixesThatAreNoPath(String prefix) {
        assertInvalid(() -> fleet.types.create(AUTHOR, fleet.routerForm("b", "b", prefix)), "routePrefix=regex");
    }

    @Test
    void dropsEverythingAboutCallsOfDevicesThatNeverCall() {
        DeviceTypeForm form = fleet.types.defaults("none").withIdentity("Shelf", "shelf", "/web");
        DeviceTypeForm named = Fleet.with(form, Capability.VARIABLES);
        DeviceTypeView first =
                fleet.types.create(AUTHOR, named.withOptions(form.options().withAuthentication("basic", "user")));
        assertThat(first.values().routePrefix()).isEqualTo("/");
        assertThat(first.values().options().authenticationMethod()).isEqualTo("none");
        // several have no address
        fleet.types.create(AUTHOR, named.withIdentity("Drawer", "drawer", ""));
        fleet.types.create(AUTHOR, fleet.routerForm("b", "b", "/"));
        assertThat(fleet.catalogue.snapshot().called("/config").orElseThrow().name())
                .isEqualTo("b");
    }
}
