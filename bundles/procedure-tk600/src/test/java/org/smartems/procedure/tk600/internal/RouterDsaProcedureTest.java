// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.tk600.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.spi.procedure.DeviceField.IMSI;
import static org.smartems.spi.procedure.DeviceField.SERIAL_NUMBER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;
import org.smartems.testing.contract.CommunicationProcedureContract;
import org.smartems.testing.contract.FakeDeviceExchange;
import org.smartems.testing.contract.RecordedExchangesContract;

class RouterDsaProcedureTest implements CommunicationProcedureContract, RecordedExchangesContract {

    private final CommunicationProcedure procedure = new RouterDsaProcedure();

    @Override
    public CommunicationProcedure procedure() {
        return procedure;
    }

    @Override
    public FakeDeviceExchange contact() {
        return FakeDeviceExchange.of(procedure.description())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("Serial=RF1&Firmware=V1.0&IMSI=262011701734212&RSRP=-90&config=hostname+RF1%0A");
    }

    @Override
    public String exchanges() {
        return "/exchanges";
    }

    @Test
    void isWhatDeviceTypesInTheFieldAreStoredWith() {
        ProcedureDescription described = procedure.description();
        assertThat(described.id()).isEqualTo("routerDsa");
        assertThat(described.identifiers()).containsExactly(SERIAL_NUMBER, IMSI);
        assertThat(described.exclusive()).containsExactlyInAnyOrder(SERIAL_NUMBER, IMSI);
        assertThat(described.requirement(SERIAL_NUMBER)).isEqualTo(FieldRequirement.REQUIRED);
        assertThat(described.requirement(IMSI)).isEqualTo(FieldRequirement.OPTIONAL);
        assertThat(described.requirement(DeviceField.MODEL)).isEqualTo(FieldRequirement.OPTIONAL);
        assertThat(described.requirement(DeviceField.REGISTRATION_ID)).isEqualTo(FieldRequirement.UNUSED);
    }

    @Test
    void requiresAndSupportsWhatTheDictionarySays() {
        assertThat(procedure.description().required())
                .extracting(Capability::id)
                .containsExactlyInAnyOrder(
                        "hasFirmware1",
                        "hasConfig1",
                        "hasFirmware2",
                        "hasFirmware3",
                        "hasConfig2",
                        "hasConfig3",
                        "hasAlwaysReinstallConfig2",
                        "hasTemplates",
                        "hasGsm");
        assertThat(procedure.description().supported())
                .extracting(Capability::id)
                .containsExactlyInAnyOrder(
                        "hasAlwaysReinstallConfig3",
                        "hasVariables",
                        "hasCertificates",
                        "hasVpn",
                        "hasEndpointDevices",
                        "hasRequestDiagnose");
    }

    @Test
    void handsOutToRouterAndSupervisorWhatIsTheirs() {
        ProcedureDescription described = procedure.description();
        assertThat(plan(described, "config")).containsExactly("DIAGNOSE 0", "FIRMWARE 1", "CONFIG 1", "CONFIG 2");
        assertThat(plan(described, "deviceSupervisorConfig")).containsExactly("FIRMWARE 2", "FIRMWARE 3", "CONFIG 3");
    }

    @Test
    void asksTheSupervisorOnlyForWhatItSends() {
        ProcedureDescription described = procedure.description();
        assertThat(described.at(route(described, "config")).reported()).contains(DeviceField.MODEL, DeviceField.RSRP);
        assertThat(described.at(route(described, "deviceSupervisorConfig")).reported())
                .containsExactlyInAnyOrder(SERIAL_NUMBER, IMSI);
    }

    @Test
    void makesNoRouterOfWhatASupervisorSays() {
        ProcedureDescription described = procedure.description();
        FakeDeviceExchange supervisor = contact()
                .calling(route(described, "deviceSupervisorConfig"), "POST")
                .body("Serial=RF1&agentVersion=1&pySdkPackageVersion=1");
        procedure.handle(supervisor);
        assertThat(supervisor.report())
                .hasValueSatisfying(report -> assertThat(report.isCreating()).isFalse());
        FakeDeviceExchange router = contact();
        procedure.handle(router);
        assertThat(router.report())
                .hasValueSatisfying(report -> assertThat(report.isCreating()).isTrue());
    }

    private static List<String> plan(ProcedureDescription described, String route) {
        return described.at(route(described, route)).plan().stream()
                .map(step -> step.kind() + " " + step.slot())
                .toList();
    }

    private static Route route(ProcedureDescription described, String name) {
        return described.routes().stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
