// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a device makes of a server that keeps, or does not keep, to HTTP. */
class HttpTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final ConnectionPolicy KEPT =
            new ConnectionPolicy(true, true, Duration.ofSeconds(30), Duration.ofMillis(20));

    @Test
    void readsChunksTrailersAndInterimAnswers() {
        try (RawServer server =
                        new RawServer("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
                                + "Content-Type: configuration/startup-config\r\n\r\n"
                                + "5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nTrailer: 1\r\n\r\n");
                SimulatedDevice device = device(server, KEPT)) {
            assertThat(device.checkIn().answer().task().config()).isEqualTo("hello world");
        }
    }

    @Test
    void readsABodyThatEndsWithTheConnection() {
        try (RawServer server =
                        new RawServer("HTTP/1.0 200 OK\r\nContent-Type: configuration/startup-config\r\n\r\nhello");
                SimulatedDevice device = device(server, KEPT)) {
            assertThat(device.checkIn().answer().task().config()).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n" + "short",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcde\r\n0\r\n\r\n",
            })
    void doesNotGuess(String answer) {
        ConnectionPolicy hasty = new ConnectionPolicy(false, true, Duration.ofMillis(300), Duration.ofMillis(20));
        try (RawServer server = new RawServer(answer);
                SimulatedDevice device = device(server, hasty)) {
            CheckIn checkIn = device.checkIn();

            assertThat(checkIn.answer().kind()).isEqualTo(AnswerKind.CONNECTION);
            assertThat(checkIn.acknowledged()).isFalse();
            assertThat(checkIn.expected()).isFalse();
        }
    }

    @Test
    void refusesAHeadWithoutAnEnd() {
        try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000) + "\r\n\r\n");
                SimulatedDevice device = device(server, KEPT)) {
            assertThat(device.checkIn().answer().problem()).contains("head is longer");
        }
    }

    @Test
    void givesUpWhenNoAnswerComes() {
        ConnectionPolicy hasty = new ConnectionPolicy(false, true, Duration.ofMillis(100), Duration.ofMillis(20));
        try (RawServer server = new RawServer();
                SimulatedDevice device = device(server, hasty)) {
            assertThat(device.checkIn().answer().problem()).contains("Timeout");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void tellsThatNobodyListens() {
        RawServer server = new RawServer();
        server.close();
        try (SimulatedDevice device = device(server, KEPT)) {
            assertThat(device.checkIn().answer().kind()).isEqualTo(AnswerKind.CONNECTION);
        }
    }

    @Test
    void keepsItsConnectionWhenToldTo() {
        try (RawServer server = new RawServer(OK, OK);
                SimulatedDevice device = device(server, KEPT)) {
            assertThat(device.checkIn().connections()).isEqualTo(1);
            assertThat(device.checkIn().connections()).isZero();
        }
    }

    @Test
    void opensAConnectionForEachCheckInOtherwise() {
        try (RawServer server = new RawServer(OK, OK);
                SimulatedDevice device = device(server, ConnectionPolicy.fresh())) {
            assertThat(device.checkIn().connections()).isEqualTo(1);
            assertThat(device.checkIn().connections()).isEqualTo(1);
        }
    }

    @Test
    void opensANewConnectionWhenTheServerHasClosedTheKeptOne() {
        try (RawServer server = new RawServer(OK, "", OK);
                SimulatedDevice device = device(server, KEPT)) {
            device.checkIn();

            CheckIn checkIn = device.checkIn();

            assertThat(checkIn.acknowledged()).isTrue();
            assertThat(checkIn.connections()).isEqualTo(1);
        }
    }

    @Test
    void doesNotAskTwiceOnANewConnection() {
        try (RawServer server = new RawServer("", OK);
                SimulatedDevice device = device(server, KEPT)) {
            assertThat(device.checkIn().answer().kind()).isEqualTo(AnswerKind.CONNECTION);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void doesNotKeepAConnectionThatTheServerWantsClosed() {
        String last = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = new RawServer(last, OK);
                SimulatedDevice device = device(server, KEPT)) {
            device.checkIn();
            assertThat(device.checkIn().connections()).isEqualTo(1);
        }
    }

    @Test
    void ignoresAnAnswerThatItCuts() {
        String config =
                "HTTP/1.1 200 OK\r\nContent-Type: configuration/startup-config\r\nContent-Length: 6\r\n\r\nconfig";
        try (RawServer server = new RawServer(config, config, config);
                SimulatedDevice device = device(server, KEPT)) {
            for (Fault fault : new Fault[] {Fault.CUT_ANSWER, Fault.CUT_UNANSWERED, Fault.CUT_REQUEST}) {
                CheckIn cut = device.checkIn(fault);
                assertThat(cut.answer().kind()).isEqualTo(AnswerKind.CUT);
                assertThat(cut.acknowledged()).isFalse();
                assertThat(cut.expected()).isTrue();
            }
            assertThat(device.state().config()).isEmpty();
            assertThat(device.checkIn().answer().kind()).isEqualTo(AnswerKind.CONFIG);
        }
    }

    @Test
    void aSlowClientSendsTheWholeRequest() {
        try (RawServer server = new RawServer(OK);
                SimulatedDevice device = device(server, KEPT)) {
            assertThat(device.checkIn(Fault.SLOW).acknowledged()).isTrue();
        }
    }

    private static SimulatedDevice device(RawServer server, ConnectionPolicy policy) {
        Endpoint endpoint = new Endpoint(server.url(), Credentials.none(), Trust.system(), policy);
        return new SimulatedDevice(DeviceProfile.of(Dialect.TK800, "R1"), endpoint);
    }
}
