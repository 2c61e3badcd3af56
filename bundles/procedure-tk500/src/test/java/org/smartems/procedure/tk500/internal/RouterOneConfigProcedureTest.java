// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.tk500.internal;

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
import org.smartems.spi.procedure.WorkKind;
import org.smartems.spi.procedure.WorkStep;
import org.smartems.testing.contract.CommunicationProcedureContract;
import org.smartems.testing.contract.FakeDeviceExchange;
import org.smartems.testing.contract.RecordedExchangesContract;

class RouterOneConfigProcedureTest implements CommunicationProcedureContract, RecordedExchangesContract {

    private final CommunicationProcedure procedure = new RouterOneConfigProcedure();

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
        assertThat(described.id()).isEqualTo("routerOneConfig");
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
                .containsExactlyInAnyOrder("hasFirmware1", "hasConfig1", "hasTemplates", "hasGsm");
        assertThat(procedure.description().supported())
                .extracting(Capability::id)
                .containsExactlyInAnyOrder(
                        "hasVariables", "hasCertificates", "hasVpn", "hasEndpointDevices", "hasRequestDiagnose");
    }

    @Test
    void handsOutDiagnosesFirst() {
        List<WorkStep> plan = procedure.description().plan();
        assertThat(plan)
                .extracting(WorkStep::kind)
                .containsExactly(WorkKind.DIAGNOSE, WorkKind.FIRMWARE, WorkKind.CONFIG);
        assertThat(plan).extracting(WorkStep::slot).containsExactly(0, 1, 1);
        assertThat(plan).allMatch(step -> step.command().isEmpty());
    }
}
