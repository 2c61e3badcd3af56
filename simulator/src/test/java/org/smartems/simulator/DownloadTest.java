// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DownloadTest {

    private final ProtocolServer server = new ProtocolServer(Guard.basic("gateway", "secret"));
    private final Endpoint endpoint =
            Endpoint.of(server.url("/api/edgegateway"), Credentials.basic("gateway", "secret"), Trust.insecure());
    private final SimulatedDevice gateway =
            new SimulatedDevice(DeviceProfile.of(Dialect.EDGE_GATEWAY, "EG0001"), endpoint);
    private final byte[] image = FirmwareImage.of("v2.0.0", 300_000);
    private final URI url = server.file("/df/token/eg.bin", image);

    @AfterEach
    void stop() {
        gateway.close();
        server.close();
    }

    @Test
    void resumesWhereTheServerCut() {
        server.cutFilesAfter(60_000, 10_000);
        server.next(update(url, Md5.of(image)));

        assertThat(gateway.checkIn().work()).contains(new WorkResult(true, "v2.0.0"));
        assertThat(server.received().stream().filter(request -> request.method().equals("GET")))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void resumesWhereItCutItself() {
        server.next(update(url, Md5.of(image)));

        CheckIn checkIn = gateway.checkIn(Fault.CUT_DOWNLOAD);

        assertThat(checkIn.work()).contains(new WorkResult(true, "v2.0.0"));
        assertThat(checkIn.expected()).isTrue();
        assertThat(server.received().stream()
                        .filter(request -> request.method().equals("GET"))
                        .map(request -> request.header("range").orElseThrow()))
                .containsExactly("bytes=0-149999", "bytes=75000-149999", "bytes=150000-");
    }

    @Test
    void takesAWholeFileFromAServerWithoutRanges() {
        server.ignoreRanges();
        server.next(update(url, Md5.of(image)));

        assertThat(gateway.checkIn(Fault.CUT_DOWNLOAD).work()).contains(new WorkResult(true, "v2.0.0"));
    }

    @Test
    void givesUpWhenEveryAnswerBreaksOff() {
        server.cutFilesAfter(0, 0, 0, 0, 0, 0, 0, 0);
        server.next(update(url, ""));

        CheckIn checkIn = gateway.checkIn();

        assertThat(checkIn.work().orElseThrow().detail()).startsWith("the download does not get on: ");
        assertThat(gateway.state().firmwareVersion()).isEqualTo("v1.9.0");
        assertThat(gateway.state().unreported()).isPresent();
    }

    @Test
    void fetchesAFileOfOneByte() {
        URI tiny = server.file("/df/token/v3.0.1.bin", new byte[] {7});
        server.next(update(tiny, Md5.of(new byte[] {7})));

        assertThat(gateway.checkIn().work()).contains(new WorkResult(true, "v3.0.1"));
    }

    @Test
    void refusesAnEmptyFile() {
        server.next(update(server.file("/df/token/v3.bin", new byte[0]), ""));

        assertThat(gateway.checkIn().work().orElseThrow().detail()).contains("HEAD tells no length");
    }

    @Test
    void doesNotInstallWhatHasNoVersion() {
        server.next(update(server.file("/df/token/firmware.bin", new byte[100]), ""));

        assertThat(gateway.checkIn().work().orElseThrow().detail()).contains("tells the version");
    }

    @Test
    void takesTheVersionThatTheAnswerTells() {
        server.next(Reply.json("{\"serialNumber\":\"EG0001\",\"commandName\":\"update_firmware\","
                + "\"commandTransactionId\":\"3b0c1f0e-8d5e-4a55-9a3c-5d2f3c1b7a90\",\"firmwareVersion\":\"7.1\","
                + "\"firmwareUrl\":\"" + url + "\"}"));

        assertThat(gateway.checkIn().work()).contains(new WorkResult(true, "7.1"));
    }

    @Test
    void refusesAnAddressThatIsNone() {
        server.next(update(URI.create("ftp://127.0.0.1/f"), ""), update(URI.create("/df/f"), ""));

        assertThat(gateway.checkIn().work().orElseThrow().done()).isFalse();
        assertThat(gateway.checkIn().work().orElseThrow().done()).isFalse();
    }

    private static Reply update(URI url, String md5) {
        return Reply.json("{\"serialNumber\":\"EG0001\",\"commandName\":\"update_firmware\","
                + "\"commandTransactionId\":\"3b0c1f0e-8d5e-4a55-9a3c-5d2f3c1b7a90\",\"firmwareUrl\":\"" + url
                + "\",\"firmwareMd5\":\"" + md5 + "\"}");
    }
}
