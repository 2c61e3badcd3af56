// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smartems.simulator.internal.json.JsonException;
import org.smartems.simulator.internal.json.JsonReader;

class GatewayTest {

    private static final String TRANSACTION = "3b0c1f0e-8d5e-4a55-9a3c-5d2f3c1b7a90";

    private final ProtocolServer server = new ProtocolServer(Guard.basic("gateway", "pass:wörd"));
    private final Endpoint endpoint =
            Endpoint.of(server.url("/api/edgegateway"), Credentials.basic("gateway", "pass:wörd"), Trust.insecure());
    private final SimulatedDevice gateway =
            new SimulatedDevice(DeviceProfile.of(Dialect.EDGE_GATEWAY, "EG0001"), endpoint);

    @AfterEach
    void stop() {
        gateway.close();
        server.close();
    }

    @Test
    void asksWithHeadThenPosts() throws JsonException {
        server.next(Reply.json("{\"serialNumber\":\"EG0001\"}"));

        CheckIn checkIn = gateway.checkIn();

        assertThat(checkIn.answer().kind()).isEqualTo(AnswerKind.NO_CHANGE);
        assertThat(checkIn.connections()).isEqualTo(1);
        assertThat(server.received()).extracting(Received::method).containsExactly("HEAD", "POST");
        assertThat(server.received()).allMatch(request -> request.target().equals("/api/edgegateway/configuration"));
        assertThat(server.last().header("content-type")).contains("application/json");
        assertThat(sent())
                .containsEntry("serialNumber", "EG0001")
                .containsEntry("firmwareVersion", "v1.9.0")
                .containsEntry("hardwareVersion", "EG503L")
                .containsKeys("registrationId", "endorsementKey", "imsi", "imei", "networkGeneration", "customData")
                .doesNotContainKeys("commandName", "config");
    }

    @Test
    void takesHeadAnswered404ForADeadServer() {
        try (SimulatedDevice lost = new SimulatedDevice(
                gateway.profile(), Endpoint.of(server.url("/elsewhere"), endpoint.credentials(), Trust.insecure()))) {
            server.headIs("/", 404);

            CheckIn checkIn = lost.checkIn();

            assertThat(checkIn.answer().kind()).isEqualTo(AnswerKind.STATUS);
            assertThat(checkIn.answer().problem()).contains("HEAD");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void digestWorksToo() {
        ProtocolServer digest = new ProtocolServer(Guard.digest("gateway", "secret"));
        digest.next(Reply.json("{\"serialNumber\":\"EG0001\"}"));
        try (SimulatedDevice device = new SimulatedDevice(
                gateway.profile(),
                Endpoint.of(
                        digest.url("/api/edgegateway"), Credentials.digest("gateway", "secret"), Trust.insecure()))) {
            assertThat(device.checkIn().answer().kind()).isEqualTo(AnswerKind.NO_CHANGE);
        }
        assertThat(digest.received()).extracting(Received::method).containsExactly("HEAD", "HEAD", "POST");
        assertThat(digest.last().header("authorization").orElseThrow()).contains("nc=00000002");
        digest.close();
    }

    @Test
    void appliesAConfigAndReportsSuccessOnce() throws JsonException {
        server.next(
                command("update_config", ",\"config\":{\"network\":{\"mtu\":1500,\"dns\":null}}"), plain(), plain());

        CheckIn handed = gateway.checkIn();

        assertThat(handed.answer().kind()).isEqualTo(AnswerKind.CONFIG);
        assertThat(handed.answer().task().transactionId()).isEqualTo(TRANSACTION);
        assertThat(handed.eager()).isTrue();
        assertThat(gateway.state().config()).contains("{\"network\":{\"mtu\":1500,\"dns\":null}}");
        assertThat(gateway.state().unreported()).contains(TRANSACTION);
        CheckIn reporting = gateway.checkIn();
        assertThat(reporting.reported().transactionId()).isEqualTo(TRANSACTION);
        assertThat(sent())
                .containsEntry("commandName", "update_config")
                .containsEntry("commandTransactionId", TRANSACTION)
                .containsEntry("commandStatus", "success")
                .doesNotContainKeys("commandStatusErrorCategory", "commandStatusErrorPid", "config");
        assertThat(gateway.checkIn().reported().transactionId()).isEmpty();
        assertThat(sent()).doesNotContainKey("commandName");
    }

    @Test
    void handsItsConfigOverInTheFormInWhichItCame() throws JsonException {
        server.next(command("get_config", ""), command("update_config", ",\"config\":{\"a\":1.50}"));
        gateway.checkIn();
        gateway.checkIn();
        assertThat(sent()).containsEntry("commandName", "get_config").containsEntry("config", Map.of());

        server.next(command("get_config", ""), command("update_config", ",\"config\":\"line 1\\nline 2\""));
        gateway.checkIn();
        gateway.checkIn();
        assertThat(sent()).containsEntry("config", Map.of("a", new BigDecimal("1.50")));

        server.next(command("get_config", ""), plain());
        assertThat(gateway.checkIn().reported()).isEqualTo(new Reported(TRANSACTION, false, false));
        assertThat(gateway.checkIn().reported()).isEqualTo(new Reported(TRANSACTION, true, false));
        assertThat(sent()).containsEntry("config", "line 1\nline 2");
    }

    @Test
    void installsAFirmwareWithCredentialsInTwoParts() throws JsonException {
        server.guardFiles();
        String url = server.file("/df/token/eg.bin", FirmwareImage.of("v2.0.0", 70_001))
                .toString();
        server.next(command("update_firmware", ",\"firmwareUrl\":\"" + url + "\""), plain());

        CheckIn checkIn = gateway.checkIn();

        assertThat(checkIn.work()).contains(new WorkResult(true, "v2.0.0"));
        List<Received> downloads = server.received().stream()
                .filter(request -> request.target().startsWith("/df/"))
                .toList();
        assertThat(downloads).extracting(Received::method).containsExactly("HEAD", "GET", "GET");
        assertThat(downloads.get(2).header("range")).contains("bytes=35000-");
        gateway.checkIn();
        assertThat(sent()).containsEntry("firmwareVersion", "v2.0.0").containsEntry("commandStatus", "success");
    }

    @Test
    void reportsADownloadThatFailsAsAnError() throws JsonException {
        server.next(command("update_firmware", ",\"firmwareUrl\":\"" + server.url("/df/none") + "\""), plain());
        server.headIs("/df/", 404);

        CheckIn checkIn = gateway.checkIn();

        assertThat(checkIn.expected()).isFalse();
        assertThat(gateway.state().firmwareVersion()).isEqualTo("v1.9.0");
        gateway.checkIn();
        assertThat(sent())
                .containsEntry("commandStatus", "error")
                .containsEntry("commandStatusErrorCategory", "downloaderror")
                .containsEntry("commandStatusErrorMessage", "status 404 for HEAD");
    }

    @Test
    void reportsAnErrorWithItsNumberAndDoesNotDoTheWork() throws JsonException {
        server.next(command("update_config", ",\"config\":{}"), plain());

        CheckIn checkIn = gateway.checkIn(Fault.COMMAND_ERROR);

        assertThat(checkIn.work()).contains(new WorkResult(false, "commandError"));
        assertThat(checkIn.expected()).isTrue();
        assertThat(gateway.state().config()).isEmpty();
        gateway.checkIn();
        assertThat(sent())
                .containsEntry("commandStatus", "error")
                .containsEntry("commandStatusErrorCategory", "setconfigerror");
        assertThat(sent().get("commandStatusErrorPid")).isInstanceOf(BigDecimal.class);
        assertThat(sent().get("commandStatusErrorMessage")).isInstanceOf(String.class);
    }

    @Test
    void reportsACriticalState() throws JsonException {
        server.next(command("update_firmware", ",\"firmwareUrl\":\"https://h/f\""), plain());
        gateway.checkIn(Fault.COMMAND_CRITICAL);
        gateway.checkIn();

        assertThat(sent())
                .containsEntry("commandStatus", "critical")
                .containsEntry("commandStatusErrorCategory", "badfirmware");
    }

    @Test
    void staysSilentWhenToldTo() throws JsonException {
        server.next(command("update_config", ",\"config\":{}"), plain());

        CheckIn checkIn = gateway.checkIn(Fault.NO_REPORT);

        assertThat(checkIn.eager()).isFalse();
        gateway.checkIn();
        assertThat(sent()).doesNotContainKey("commandName");
    }

    @Test
    void reportsAgainWhatWasNotAcknowledged() throws JsonException {
        server.next(
                command("update_config", ",\"config\":{}"),
                plain(),
                plain(),
                Reply.of(503, "", ""),
                Reply.json("{\"error\":\"Under maintenance\"}"),
                plain(),
                plain());
        gateway.checkIn();

        assertThat(gateway.checkIn(Fault.CUT_ANSWER).answer().kind()).isEqualTo(AnswerKind.CUT);
        assertThat(gateway.checkIn(Fault.CUT_REQUEST).answer().kind()).isEqualTo(AnswerKind.CUT);
        assertThat(gateway.checkIn().reported().transactionId()).isEqualTo(TRANSACTION);
        assertThat(gateway.checkIn().reported().transactionId()).isEmpty();
    }

    @Test
    void understandsErrors() {
        server.next(
                Reply.json("{\"serialNumber\":\"EG0001\",\"error\":\"Edge gateway device 'EG0001' is disabled.\"}"),
                Reply.json("{\"error\":\"Under maintenance\"}"),
                Reply.json("{\"error\":\"Invalid request\\nError at field serialNumber: is missing\"}"));

        assertThat(gateway.checkIn().answer().kind()).isEqualTo(AnswerKind.DISABLED);
        assertThat(gateway.checkIn().answer().kind()).isEqualTo(AnswerKind.MAINTENANCE);
        CheckIn invalid = gateway.checkIn();
        assertThat(invalid.answer().kind()).isEqualTo(AnswerKind.MESSAGE);
        assertThat(invalid.answer().problem()).startsWith("Invalid request\nError at field serialNumber");
        assertThat(invalid.expected()).isFalse();
    }

    @Test
    void isAsStrictAsTheRealAgent() {
        server.next(
                Reply.json("{\"serialNumber\":\"EG0001\",\"error\":null}"),
                Reply.json("{\"serialNumber\":\"EG0001\",\"commandName\":\"get_config\"}"),
                Reply.json(
                        "{\"serialNumber\":\"EG0001\",\"commandName\":\"get_config\",\"commandTransactionId\":\"7\"}"),
                Reply.json("{\"serialNumber\":\"other\"}"),
                command("update_config", ""),
                command("update_firmware", ""),
                command("reboot", ""),
                Reply.json("[]"),
                Reply.json("{\"serialNumber\":\"EG0001\"} x"),
                Reply.ok("text/html", "{\"serialNumber\":\"EG0001\"}"),
                Reply.nothing());

        for (int i = 0; i < 11; i++) {
            CheckIn checkIn = gateway.checkIn();
            assertThat(checkIn.answer().kind()).as(checkIn.answer().body()).isEqualTo(AnswerKind.MALFORMED);
            assertThat(checkIn.eager()).isFalse();
        }
    }

    @Test
    void followsARedirectWithItsMethodAndCredentials() {
        server.next(
                Reply.of(308, "", "").with("Location", "/api/edgegateway/other"),
                Reply.json("{\"serialNumber\":\"EG0001\"}"));

        assertThat(gateway.checkIn().answer().kind()).isEqualTo(AnswerKind.NO_CHANGE);
        assertThat(server.last().target()).isEqualTo("/api/edgegateway/other");
        assertThat(server.last().method()).isEqualTo("POST");
        assertThat(server.last().body()).contains("EG0001");
    }

    @Test
    void doesNotFollowRedirectsForEver() {
        server.always(request -> Reply.of(307, "", "").with("Location", request.target()));

        CheckIn checkIn = gateway.checkIn();

        assertThat(checkIn.answer().kind()).isEqualTo(AnswerKind.CONNECTION);
        assertThat(checkIn.answer().problem()).contains("5 redirects");
    }

    private Map<String, Object> sent() throws JsonException {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) JsonReader.read(server.last().body()))
                .forEach((name, value) -> members.put(name.toString(), value));
        return members;
    }

    private static Reply plain() {
        return Reply.json("{\"serialNumber\":\"EG0001\"}");
    }

    private static Reply command(String name, String rest) {
        return Reply.json("{\"serialNumber\":\"EG0001\",\"commandName\":\"" + name + "\",\"commandTransactionId\":\""
                + TRANSACTION + "\"" + rest + "}");
    }
}
