// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.testing.Eventually;
import org.smartems.testing.RawClient;

class AnswerTest extends EndpointTestBase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "configuration/startup-config",
                "configuration/FirmwareUpdate",
                "text/html; charset=UTF-8",
                "Text/HTML;Charset=utf-8",
                "application/json",
                "text/plain"
            })
    void sendsTheContentTypeToTheLetter(String type) throws Exception {
        server.procedure.handling = exchange -> DeviceResponse.text(type, "h\u00fc\r\n");
        RawClient.Answer answer = server.post("/open/config", "");
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.header("Content-Length")).isEqualTo("5");
        assertThat(answer.header("Transfer-Encoding")).isNull();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).isEqualTo("h\u00fc\r\n");
    }

    @Test
    void sendsNoContentTypeWhereThereIsNone() throws Exception {
        server.procedure.handling = exchange -> DeviceResponse.empty();
        RawClient.Answer answer = server.post("/open/config", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isNull();
        assertThat(answer.header("Content-Length")).isEqualTo("0");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void sendsTheStatusOfTheProcedure() throws Exception {
        for (int status : new int[] {201, 204, 304, 400, 404, 599}) {
            server.procedure.handling = exchange -> DeviceResponse.json("{}").status(status);
            RawClient.Answer answer = server.post("/open/config", "");
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo(status == 204 || status == 304 ? "" : "{}");
        }
    }

    @Test
    void keepsTheConnectionForTheNextRequest() throws Exception {
        try (Socket socket = server.client().open()) {
            String kept = "POST /open/config HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx";
            RawClient.write(socket, kept + kept + RawClient.head("GET", "/open/status/now"));
            assertThat(RawClient.read(socket).body().split("checked in", -1)).hasSize(4);
        }
    }

    @Test
    void tellsTheFleetWhenTheAnswerHasLeft() throws Exception {
        server.post("/open/config", "");
        Eventually.until("the delivery is told", () -> server.checkIns.deliveries.equals(List.of("written")));
    }

    @Test
    void tellsTheFleetWhenTheDeviceDidNotWaitForTheAnswer() throws Exception {
        CountDownLatch stored = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        server.checkIns.before = contact -> {
            stored.countDown();
            await(gone);
        };
        server.procedure.handling = exchange -> exchange.checkIn(
                DeviceReport.empty(), checkIn -> DeviceResponse.text("text/plain", "x".repeat(1_000_000)));
        try (Socket socket = server.client().open()) {
            RawClient.write(socket, RawClient.head("POST", "/open/config", "Content-Length: 0"));
            await(stored);
        }
        gone.countDown();
        Eventually.until("the delivery is told", () -> server.checkIns.deliveries.equals(List.of("failed")));
    }

    @Test
    void takesABodyOfAnySizeUpToTheLimit() throws Exception {
        server.procedure.handling = AnswerTest::tellLength;
        for (int size : new int[] {0, 1, 4096, 65_536, 65_537, 300_000, 1 << 20}) {
            assertThat(server.post("/open/config", "x".repeat(size)).body()).isEqualTo(size + " bytes");
            assertThat(chunked(size).body()).contains(size + " bytes");
        }
        assertRefused(server.post("/open/config", "x".repeat((1 << 20) + 1)), 413);
        assertRefused(chunked((1 << 20) + 1), 413);
    }

    @Test
    void callsNobodyForABodyThatDoesNotCome() throws Exception {
        try (Socket socket = server.client().open()) {
            RawClient.write(socket, RawClient.head("POST", "/open/config", "Content-Length: 10") + "short");
            assertRefused(RawClient.read(socket), 408);
        }
        assertThat(server.checkIns.stored).isEmpty();
    }

    private static RawClient.Answer chunked(int size) throws Exception {
        String chunk = size == 0 ? "" : Integer.toHexString(size) + "\r\n" + "x".repeat(size) + "\r\n";
        return server.client()
                .raw(RawClient.head("POST", "/open/config", "Transfer-Encoding: chunked") + chunk + "0\r\n\r\n");
    }

    private static DeviceResponse tellLength(DeviceExchange exchange) {
        return DeviceResponse.text("text/plain", exchange.request().body().length + " bytes");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
