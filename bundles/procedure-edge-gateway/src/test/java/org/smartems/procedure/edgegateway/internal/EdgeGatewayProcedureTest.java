// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.edgegateway.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.spi.procedure.DeviceField.SERIAL_NUMBER;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.WorkKind;
import org.smartems.spi.procedure.WorkStep;
import org.smartems.testing.contract.CommunicationProcedureContract;
import org.smartems.testing.contract.FakeDeviceExchange;
import org.smartems.testing.contract.FakeDeviceType;
import org.smartems.testing.contract.RecordedExchangesContract;

class EdgeGatewayProcedureTest implements CommunicationProcedureContract, RecordedExchangesContract {

    private final CommunicationProcedure procedure = new EdgeGatewayProcedure();

    @Override
    public CommunicationProcedure procedure() {
        return procedure;
    }

    @Override
    public FakeDeviceExchange contact() {
        return FakeDeviceExchange.of(procedure.description())
                .header("Content-Type", "application/json")
                .body("{\"serialNumber\":\"EG1\",\"firmwareVersion\":\"1\",\"commandName\":\"get_config\","
                        + "\"commandStatus\":\"success\",\"config\":\"a\"}");
    }

    @Override
    public String exchanges() {
        return "/exchanges";
    }

    @Test
    void isWhatDeviceTypesInTheFieldAreStoredWith() {
        ProcedureDescription described = procedure.description();
        assertThat(described.id()).isEqualTo("edgeGateway");
        assertThat(described.identifiers()).containsExactly(SERIAL_NUMBER);
        assertThat(described.exclusive()).isEmpty();
        assertThat(described.requirement(SERIAL_NUMBER)).isEqualTo(FieldRequirement.REQUIRED);
        assertThat(described.requirement(DeviceField.IMSI)).isEqualTo(FieldRequirement.UNUSED);
        assertThat(List.of(
                        DeviceField.MODEL,
                        DeviceField.REGISTRATION_ID,
                        DeviceField.ENDORSEMENT_KEY,
                        DeviceField.HARDWARE_VERSION))
                .allMatch(field -> described.requirement(field) == FieldRequirement.OPTIONAL);
    }

    @Test
    void requiresAndSupportsWhatTheDictionarySays() {
        assertThat(procedure.description().required())
                .extracting(Capability::id)
                .containsExactlyInAnyOrder("hasTemplates", "hasGsm", "hasRequestConfig", "hasDeviceCommands");
        assertThat(procedure.description().supported())
                .extracting(Capability::id)
                .containsExactlyInAnyOrder(
                        "hasFirmware1",
                        "hasConfig1",
                        "hasVariables",
                        "hasCertificates",
                        "hasVpn",
                        "hasEndpointDevices");
    }

    @Test
    void handsOutFirmwareBeforeConfigs() {
        List<WorkStep> plan = procedure.description().plan();
        assertThat(plan)
                .extracting(WorkStep::kind)
                .containsExactly(WorkKind.FIRMWARE, WorkKind.CONFIG, WorkKind.REQUEST_CONFIG);
        assertThat(plan)
                .extracting(step -> step.command().orElse(""))
                .containsExactly("update_firmware", "update_config", "get_config");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin1 = "{\"serialNumber\":\"\u00e4\",\"firmwareVersion\":\"1\"}".getBytes(StandardCharsets.ISO_8859_1);
        DeviceResponse answer = procedure.handle(contact().body(latin1));
        assertThat(text(answer)).isEqualTo("{\"error\":\"Invalid request\\nThe body has bytes that are not UTF-8.\"}");
    }

    @Test
    void takesLongTextsOf64KibAndNotACharacterMore() {
        for (String member : List.of("registrationId", "endorsementKey", "commandStatusErrorMessage")) {
            String template = "{\"serialNumber\":\"EG1\",\"firmwareVersion\":\"1\",\"commandName\":\"a\","
                    + "\"commandStatus\":\"error\",\"%s\":\"%s\"}";
            String longest = "\u00e4".repeat(64 * 1024);
            assertThat(text(procedure.handle(contact().body(String.format(template, member, longest)))))
                    .isEqualTo("{\"serialNumber\":\"EG1\"}");
            assertThat(text(procedure.handle(contact().body(String.format(template, member, longest + "a")))))
                    .isEqualTo("{\"error\":\"Invalid request\\nError at field " + member
                            + ": must have at most 65536 characters\"}");
        }
    }

    /** Beyond some size the parser reads in pieces; the document must be cut out right all the same. */
    @Test
    void keepsALargeDocumentAsItWasSent() {
        String document = "{\"a\": [" + "\"\u00e4\ud83d\ude00\\n\", 1.50,".repeat(50_000) + " {}]}";
        FakeDeviceExchange exchange = contact()
                .body("{\"x\":\"" + "\u20ac".repeat(70_000) + "\",\"config\" :" + document
                        + " ,\"serialNumber\":\"EG1\",\"firmwareVersion\":\"1\"}")
                .deviceType(FakeDeviceType.of(procedure.description()).json(1));
        procedure.handle(exchange);
        assertThat(exchange.report().orElseThrow().configs()).containsEntry(1, document);
    }

    @Test
    void refusesMoreNamesThanItCanRemember() {
        StringBuilder body = new StringBuilder("{\"serialNumber\":\"EG1\",\"firmwareVersion\":\"1\"");
        for (int name = 0; name < 99_997; name++) {
            body.append(",\"").append(name).append("\":0");
        }
        assertThat(text(procedure.handle(contact().body(body + "}")))).isEqualTo("{\"serialNumber\":\"EG1\"}");
        assertThat(text(procedure.handle(contact().body(body + ",\"a\":0,\"b\":0}"))))
                .isEqualTo("{\"error\":\"Invalid request\\nThe JSON has more than 200000 names and values.\"}");
    }

    private static String text(DeviceResponse answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
