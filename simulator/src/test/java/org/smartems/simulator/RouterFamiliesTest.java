// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What sets the families of routers apart. */
class RouterFamiliesTest {

    private static final String FIRMWARE = "configuration/firmwareupdate";
    private static final String AGENT = "configuration/devicesupervisoragentpackage";
    private static final String SDK = "configuration/devicesupervisorpysdkpackage";
    private static final String SUPERVISOR_CONFIG = "configuration/devicesupervisorconfig";
    private static final Reply NO_CHANGE = Reply.ok("configuration/nochange", "");

    private final ProtocolServer server = new ProtocolServer(Guard.digest("router", "secret"));

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Dialect.class,
            names = {"TK100", "TK500", "TK500_V2", "TK500_V3"})
    void aRouterWithOneConfigCallsAtItsPrefix(Dialect dialect) {
        server.next(NO_CHANGE, Reply.ok("configuration/running-config", "running"));
        try (SimulatedDevice router = device(dialect)) {
            assertThat(router.checkIn().answer().kind()).isEqualTo(AnswerKind.NO_CHANGE);
            assertThat(server.last().target()).isEqualTo(dialect.prefix() + "/config");
            assertThat(server.last().form())
                    .containsEntry("Model", dialect.model())
                    .containsEntry("Firmware", dialect.firmwareVersion());
            assertThat(router.checkIn().answer().kind()).isEqualTo(AnswerKind.MALFORMED);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Dialect.class,
            names = {"TK500", "TK800"})
    void takesAPathOfThreeFirmwares(Dialect dialect) {
        try (SimulatedDevice router = device(dialect)) {
            for (String version : List.of("1.1.0.r1", "1.2.0.r2", "2.0.0.r3")) {
                server.next(Reply.ok(FIRMWARE, "URL=\"" + file(version) + "\"\r\nBooloader=Ture\r\nMD5=\r\n"));
                assertThat(router.checkIn().work()).contains(new WorkResult(true, version));
                server.next(NO_CHANGE);
                router.checkIn();
                assertThat(server.last().form()).containsEntry("Firmware", version);
            }
        }
    }

    @Test
    void aSupervisorCallsAfterItsRouter() {
        try (SimulatedDevice router = device(Dialect.TK600)) {
            router.checkIn();
            assertThat(server.last().target()).isEqualTo("/router/tk600/config");
            server.next(NO_CHANGE);
            assertThat(router.checkIn().answer().kind()).isEqualTo(AnswerKind.NO_CHANGE);
            assertThat(server.last().target()).isEqualTo("/router/tk600/device-supervisor-config");
            assertThat(server.last().form())
                    .containsEntry("Serial", "R1")
                    .containsKey("IMSI")
                    .containsEntry("agentVersion", "1.0.0")
                    .containsEntry("pySdkPackageVersion", "1.0.0")
                    .doesNotContainKeys("Firmware", "config");
            router.checkIn();
            assertThat(server.last().target()).isEqualTo("/router/tk600/config");
        }
    }

    @Test
    void aSupervisorInstallsItsPackagesAndKeepsThemWithItsConfig() {
        try (SimulatedDevice router = device(Dialect.TK600)) {
            supervise(router, Reply.ok(AGENT, "URL=\"" + file("1.2.0") + "\"\r\nMD5=\r\n"));
            supervise(router, Reply.ok(SDK, "URL=\"" + file("1.1.0") + "\"\r\nMD5=\r\n"));
            supervise(router, Reply.ok(SUPERVISOR_CONFIG, "{\"a\": 1}\n"));
        }
        try (SimulatedDevice router = device(Dialect.TK600)) {
            supervise(router, NO_CHANGE);
        }
        assertThat(server.last().form())
                .containsEntry("agentVersion", "1.2.0")
                .containsEntry("pySdkPackageVersion", "1.1.0")
                .containsEntry("config", "{\"a\": 1}\n");
    }

    @Test
    void aSupervisorKnowsItsOwnAnswersAlone() {
        try (SimulatedDevice router = device(Dialect.TK600)) {
            List<Reply> strange = List.of(
                    Reply.ok("configuration/startup-config", "x"),
                    Reply.ok("configuration/DeviceSupervisorConfig", "{}"),
                    Reply.ok(AGENT, "URL=\"" + file("2.0") + "\"\r\nBooloader=Ture\r\nMD5=\r\n"));
            assertThat(strange)
                    .allSatisfy(reply -> assertThat(supervise(router, reply)).isEqualTo(AnswerKind.MALFORMED));
        }
    }

    private AnswerKind supervise(SimulatedDevice router, Reply reply) {
        server.next(Reply.nothing(), reply);
        router.checkIn();
        return router.checkIn().answer().kind();
    }

    private String file(String version) {
        return server.file("/df/" + version, FirmwareImage.of(version, 2000)).toString();
    }

    private SimulatedDevice device(Dialect dialect) {
        Endpoint endpoint =
                Endpoint.of(server.url(dialect.prefix()), Credentials.digest("router", "secret"), Trust.insecure());
        DeviceOptions options = DeviceOptions.defaults().withStateDirectory(directory);
        return new SimulatedDevice(DeviceProfile.of(dialect, "R1"), endpoint, options);
    }
}
