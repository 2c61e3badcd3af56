// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.FieldError;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.devicetype.ProcedureSettings;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.platform.configuration.ConfigurationGuard;
import org.smartems.platform.configuration.GeneralForm;
import org.smartems.spi.procedure.DeviceField;

class ConfigurationGuardTest extends FleetFixture {

    private ConfigurationGuard guard;
    private DeviceTypeView routers;

    @BeforeEach
    void makeType() {
        guard = new RouterIdentificationService(
                fleet.configurations,
                new StoredDeviceTypes(unit, transactions, new ProcedureSettings(encryption)),
                fleet.procedures,
                transactions);
        routers = fleet.router("tk800");
    }

    @Test
    void keepsWhatRoutersAreKnownByWhileThereAreSome() {
        assertThat(refusals("serial", true)).isEmpty();
        assertThat(refusals("imsi", true)).containsExactly("routerIdentifier=validation.deviceTypeRequiredWithHasImsi");
        fleet.devices.create(AUTHOR, routers.id(), DeviceForm.named("r").with(DeviceField.SERIAL_NUMBER, "R1"));
        assertThat(refusals("imsi", true)).containsExactly("routerIdentifier=validation.deviceExists");
        assertThat(refusals("serial", true)).isEmpty();
    }

    @Test
    void keepsTwigWhileConfigsAreWrittenInIt() {
        assertThat(refusals("serial", false)).isEmpty();
        fleet.config(routers, "a", "x");
        assertThat(refusals("serial", false)).containsExactly("configGeneratorTwig=validation.generatorUsed");
        fleet.configurations.twig = false; // it was off before
        assertThat(refusals("serial", false)).isEmpty();
    }

    private List<String> refusals(String routerIdentifier, boolean twig) {
        OptionalInt number = OptionalInt.of(1);
        GeneralForm form = new GeneralForm(
                routerIdentifier,
                false,
                twig,
                new GeneralForm.Passwords(number, number, number, false, false, false),
                new GeneralForm.Locks(false, number, null),
                number,
                number,
                number);
        List<FieldError> refusals = transactions.call(() -> guard.refusals(fleet.configurations.general(), form));
        return refusals.stream()
                .map(error -> error.path() + "=" + error.message())
                .toList();
    }
}
