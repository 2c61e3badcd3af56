// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.platform.configuration.RouterIdentifier.IMSI;
import static org.smartems.platform.configuration.RouterIdentifier.SERIAL;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.RouterIdentification;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.Fleet;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.devicetype.ProcedureSettings;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;

class RouterIdentificationTest extends FleetFixture {

    private RouterIdentification identification;
    private DeviceTypeView routers;

    @BeforeEach
    void makeTypes() {
        identification = new RouterIdentificationService(
                fleet.configurations,
                new StoredDeviceTypes(unit, transactions, new ProcedureSettings(encryption)),
                fleet.procedures,
                transactions);
        routers = fleet.types.create(
                AUTHOR,
                Fleet.with(
                        fleet.routerForm("R", "r", "/router/r"),
                        DeviceField.IMSI,
                        FieldRequirement.REQUIRED_IN_COMMUNICATION));
    }

    @Test
    void changesWhileThereIsNoRouter() {
        DeviceTypeView gateways = fleet.gateway("gateways");
        fleet.devices.create(AUTHOR, gateways.id(), DeviceForm.named("g").with(DeviceField.SERIAL_NUMBER, "G1"));
        identification.change(IMSI);
        assertThat(identification.current()).isEqualTo(IMSI);
        identification.change(SERIAL);
        assertThat(identification.current()).isEqualTo(SERIAL);
    }

    @Test
    void keepsWhatRoutersAreKnownBy() {
        fleet.devices.create(AUTHOR, routers.id(), DeviceForm.named("r").with(DeviceField.SERIAL_NUMBER, "R1"));
        assertInvalid(() -> identification.change(IMSI), "routerIdentifier=deviceExists");
        assertThat(identification.current()).isEqualTo(SERIAL);
        identification.change(SERIAL);
    }

    @Test
    void takesDevicesForRoutersWhoseProcedureIsAway() {
        fleet.devices.create(AUTHOR, routers.id(), DeviceForm.named("r").with(DeviceField.SERIAL_NUMBER, "R1"));
        fleet.plugIns.removeProcedure(fleet.router);
        assertInvalid(() -> identification.change(IMSI), "routerIdentifier=deviceExists");
    }

    @Test
    void asksForAnImsiOfEveryRouter() {
        fleet.router("other");
        assertInvalid(() -> identification.change(IMSI), "routerIdentifier=deviceTypeRequiredWithHasImsi");
        assertThat(identification.current()).isEqualTo(SERIAL);
    }
}
