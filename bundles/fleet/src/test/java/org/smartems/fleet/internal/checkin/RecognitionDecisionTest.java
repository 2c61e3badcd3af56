// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smartems.fleet.internal.checkin.DecisionCase.SERIAL;
import static org.smartems.fleet.internal.checkin.DecisionCase.ids;
import static org.smartems.fleet.internal.checkin.DecisionCase.line;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.checkin.CredentialRefused;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.device.DeviceFacts;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.Outcome;

class RecognitionDecisionTest {

    @Test
    void takesFactsAndKeepsWhatIsNotReported() {
        DecisionCase router = DecisionCase.router();
        router.decide(SERIAL.with(DeviceField.MODEL, "TK815")
                .with(DeviceField.BAND, "3")
                .withFirmwareVersion(1, "1.0"));
        DeviceFacts facts = router.decide(SERIAL.with(DeviceField.BAND, "").with(DeviceField.RSRP, "-90"))
                .state()
                .facts();
        assertThat(facts.fields())
                .isEqualTo(
                        Map.of(DeviceField.SERIAL_NUMBER, "S1", DeviceField.MODEL, "TK815", DeviceField.RSRP, "-90"));
        assertThat(facts.firmwareVersions()).isEqualTo(Map.of(1, "1.0"));
        assertThat(facts.sourceIp()).isEqualTo("192.0.2.9");
        assertThat(facts.forwardedFor()).isEqualTo("198.51.100.4");
        assertThat(facts.host()).isEqualTo("ems.example");
    }

    @Test
    void takesTheFactsOfADisabledDeviceAndHandsNothingOut() {
        DecisionCase router =
                DecisionCase.router().firmware("2.0").config(1, "x").set(WorkFlag.REINSTALL_CONFIG1);
        router.enabled = false;
        Decision decision =
                router.decide(SERIAL.with(DeviceField.MODEL, "TK815").withFirmwareVersion(1, "1.0"));
        assertThat(decision.result().outcome()).isEqualTo(Outcome.DISABLED);
        assertThat(decision.result().work()).isEmpty();
        assertThat(decision.state().facts().field(DeviceField.MODEL)).contains("TK815");
        assertThat(ids(decision))
                .containsExactly("deviceFound", "noConfigSent", "deviceDisabledNoConfig2", "deviceDisabled");
        assertThat(line(decision, "deviceDisabled").level()).isEqualTo(LogLevel.WARNING);
    }

    @Test
    void tellsADisabledDeviceWithoutATemplate() {
        DecisionCase router = DecisionCase.router();
        router.enabled = false;
        router.hasTemplate = false;
        Decision decision = router.decide(SERIAL);
        assertThat(decision.result().hasTemplate()).isFalse();
        assertThat(ids(decision)).contains("deviceDisabledNoTemplate");
    }

    @Test
    void makesAnUnknownRouterWithItsFacts() {
        DecisionCase router = DecisionCase.router();
        router.isKnown = false;
        Decision decision = router.decide(SERIAL.with(DeviceField.IMSI, "262").withConfig(1, "its config"));
        assertThat(decision.result().outcome()).isEqualTo(Outcome.CREATED);
        assertThat(decision.result().identifier()).isEqualTo("S1");
        assertThat(ids(decision))
                .containsExactly("routerSerialDoesntExist", "deviceCreate", "configDifferentThanPreviousOne");
        assertThat(decision.state().facts().field(DeviceField.IMSI)).contains("262");
        assertThat(decision.claims()).isEqualTo(Map.of(DeviceField.IMSI, "262"));
    }

    @Test
    void tellsAnUnknownRouterByWhatIdentifiesIt() {
        DecisionCase router = DecisionCase.router();
        router.isKnown = false;
        router.identifier = DeviceField.IMSI;
        assertThat(line(router.decide(SERIAL.with(DeviceField.IMSI, "262")), "routerImsiDoesntExist")
                        .parameters())
                .isEqualTo(Map.of("imsi", "262"));
        assertThat(line(router.decide(SERIAL), "routerImsiEmpty").parameters()).isEqualTo(Map.of("serial", "S1"));
    }

    @Test
    void makesAnUnknownGateway() {
        DecisionCase gateway = DecisionCase.gateway();
        gateway.isKnown = false;
        assertThat(ids(gateway.decide(SERIAL))).containsExactly("deviceNotFound", "deviceCreate");
    }

    @Test
    void makesNoDeviceOfAReportThatMayNot() {
        DecisionCase router = DecisionCase.router();
        router.isKnown = false;
        Decision decision = router.decide(SERIAL.withoutCreating());
        assertThat(decision.result().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(ids(decision)).containsExactly("routerSerialDoesntExist");
    }

    @Test
    void tellsAndClaimsAChangedSim() {
        DecisionCase router = DecisionCase.router();
        router.decide(SERIAL.with(DeviceField.IMSI, "1").with(DeviceField.IMEI, "5"));
        Decision same = router.decide(SERIAL.with(DeviceField.IMSI, "1").with(DeviceField.IMEI, "5"));
        assertThat(same.claims()).isEmpty();
        assertThat(ids(same)).doesNotContain("routerImsiChanged", "routerImeiChanged");

        Decision changed = router.decide(SERIAL.with(DeviceField.IMSI, "2").with(DeviceField.IMEI, "6"));
        assertThat(changed.claims()).isEqualTo(Map.of(DeviceField.IMSI, "2"));
        assertThat(ids(changed)).contains("routerImsiChanged", "routerImeiChanged");
    }

    @Test
    void claimsNoEmptyValue() {
        DecisionCase router = DecisionCase.router();
        router.decide(SERIAL.with(DeviceField.IMSI, "1"));
        Decision without = router.decide(SERIAL.with(DeviceField.IMSI, ""));
        assertThat(without.claims()).isEmpty();
        assertThat(without.state().facts().field(DeviceField.IMSI)).isEmpty();
    }

    @Test
    void bindsAnEnabledDeviceToItsFirstCredential() {
        DecisionCase router = DecisionCase.router();
        router.type.bindIdentity = true;
        router.credential = Optional.of(DecisionCase.credential(4));
        assertThat(router.decide(SERIAL).state().boundCredential()).hasValue(4);
        assertThat(router.decide(SERIAL).state().boundCredential()).hasValue(4);

        router.credential = Optional.of(DecisionCase.credential(5));
        assertThatThrownBy(() -> router.decide(SERIAL)).isInstanceOf(CredentialRefused.class);
        router.type.bindIdentity = false;
        router.decide(SERIAL);
    }

    @Test
    void bindsNoDisabledDevice() {
        DecisionCase router = DecisionCase.router();
        router.type.bindIdentity = true;
        router.enabled = false;
        router.credential = Optional.of(DecisionCase.credential(4));
        assertThat(router.decide(SERIAL).state().boundCredential()).isEmpty();
    }

    @Test
    void findsNoDeviceWithoutWhatIdentifiesIt() {
        DecisionCase router = DecisionCase.router();
        assertThat(ReportRules.identifier(router.contact(), DeviceReport.empty()))
                .isEmpty();
    }
}
