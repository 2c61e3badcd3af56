// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.simulator.Credentials;
import org.smartems.simulator.DeviceProfile;
import org.smartems.simulator.Dialect;
import org.smartems.simulator.Endpoint;
import org.smartems.simulator.Fault;
import org.smartems.simulator.SimulatedDevice;
import org.smartems.simulator.Trust;

/** A big firmware on its way from a person to devices. Its size can be set with {@code -Dfirmware.bytes=N}. */
@ExtendWith(RestartedServer.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirmwareIT {

    private static final Content CONTENT = new Content(Long.getLong("firmware.bytes", 64L << 20));
    /** More than there are threads. */
    private static final int SLOW_DEVICES = 250;

    private static final String REPORT = "Serial=RFBIG&Firmware=V0.1&RSRP=-90";

    private static Server server;
    private static DemoFleet fleet;
    private static Database database;
    private static Tus tus;
    private static String url;
    private static Long before;

    @TempDir
    private Path directory;

    @BeforeAll
    static void use(Server given) throws Exception {
        server = given;
        fleet = DemoFleet.in(server);
        database = Database.embeddedIn(server);
        tus = new Tus(server, database.newUser(), server.password());
    }

    /** Others use the same fleet. */
    @AfterAll
    static void handOutWhatWasBefore() throws Exception {
        if (before != null) {
            handOut(before);
        }
    }

    @Test
    @Order(1)
    void goesUpThroughTwoKills() throws Exception {
        String path = tus.create(CONTENT.size());
        for (int kill = 1; kill <= 2; kill++) {
            long from = tus.offset(path);
            long until = CONTENT.size() * kill / 3;
            try (Socket socket = tus.begin(path, from, CONTENT.size() - from)) {
                CONTENT.send(from, until, socket.getOutputStream());
                Await.until("some of it is safe", () -> tus.offset(path) > from);
                server.kill();
            }
            server.start();
            server.awaitReady();
            assertThat(tus.offset(path)).isGreaterThan(from).isLessThanOrEqualTo(until);
        }
        long rest = tus.offset(path);
        try (Socket socket = tus.begin(path, rest, CONTENT.size() - rest)) {
            CONTENT.send(rest, CONTENT.size(), socket.getOutputStream());
            assertThat(Tus.status(socket)).isEqualTo("204");
        }

        becomesAFirmware(path.substring(path.lastIndexOf('/') + 1));
    }

    private static void becomesAFirmware(String token) throws Exception {
        JsonNode refused = create("", token, 400);
        assertThat(refused.at("/errors/children/name/errors/0/message").asText())
                .isEqualTo("validation.required");
        JsonNode made = create("Big", token, 200);
        assertThat(made.path("md5").asText()).isEqualTo(CONTENT.digest("MD5"));
        assertThat(made.path("filename").asText()).isEqualTo("fw-9.9.9.bin");
        assertThat(create("Again", token, 400)
                        .at("/errors/children/filepath/errors/0/message")
                        .asText())
                .isEqualTo("validation.tusFileNotFound");
        before = database.value(
                Long.class,
                "select v.firmware1_id from fleet_template_version v join fleet_template t on t.id = v.template_id"
                        + " where t.name = ? limit 1",
                DemoFleet.ROUTERS);
        handOut(made.path("id").asLong());
    }

    private static JsonNode create(String name, String token, int status) throws Exception {
        long type = database.value(
                Long.class, "select device_type_id from fleet_template where name = ?", DemoFleet.ROUTERS);
        Answer answer = tus.http()
                .post(
                        "/web/api/firmware/create",
                        "{\"deviceType\": " + type + ", \"feature\": \"1\", \"sourceType\": \"upload\", \"name\": \""
                                + name + "\", \"version\": \"9.9.9\", \"filepath\": \"" + token + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer.json();
    }

    private static void handOut(long firmware) throws Exception {
        database.update(
                "update fleet_template_version set firmware1_id = ? where template_id ="
                        + " (select id from fleet_template where name = ?)",
                firmware,
                DemoFleet.ROUTERS);
        database.update("update fleet_catalogue set revision = revision + 1");
    }

    @Test
    @Order(2)
    void comesDownInParts() throws Exception {
        router();
        fleet.enable("RFBIG", DemoFleet.ROUTERS);
        String[] offer = {""};
        Await.until(() -> "the new firmware is offered, but: " + offer[0], () -> {
            offer[0] = router();
            return offer[0].contains(CONTENT.digest("MD5"));
        });
        url = group(offer[0], "URL=\"([^\"]+)\"");
        long middle = CONTENT.size() / 2 + 1;
        Path first = part("0-" + (middle - 1));
        Path rest = part(middle + "-");
        Path end = part("-10");
        assertThat(Files.size(first) + Files.size(rest)).isEqualTo(CONTENT.size());
        assertThat(Files.size(end)).isEqualTo(10);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (Path part : List.of(first, rest)) {
            try (InputStream in = new DigestInputStream(Files.newInputStream(part), sha256)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
        assertThat(HexFormat.of().formatHex(sha256.digest())).isEqualTo(CONTENT.digest("SHA-256"));
    }

    private Path part(String range) throws IOException {
        Path file = Files.createTempFile(directory, "part", "");
        Command curl = Command.run("curl", "-sk", "-r", range, "-o", file.toString(), "-w", "%{http_code}", url);
        assertThat(curl.output()).isEqualTo("206");
        return file;
    }

    /** Which finds the same MD5, though its line breaks in the middle of a part. */
    @Test
    @Order(3)
    void isInstalledByASimulatedRouter() throws Exception {
        Endpoint endpoint = endpoint("/router/tk800", Credentials.digest(fleet.username(), fleet.password()));
        DeviceProfile profile = DeviceProfile.of(Dialect.TK800, "RFSIM").withRsrp(-80);
        List<String> work = new ArrayList<>();
        try (SimulatedDevice router = new SimulatedDevice(profile, endpoint)) {
            router.checkIn();
            fleet.enable("RFSIM", DemoFleet.ROUTERS);
            Await.until(() -> "it is installed, and not " + work, () -> {
                router.checkIn(Fault.CUT_DOWNLOAD).work().ifPresent(done -> work.add(done.detail()));
                return router.state().firmwareVersion().equals("9.9.9");
            });
        }
    }

    @Test
    @Order(4)
    void devicesThatReadSlowlyKeepNobodyFromBeingServed() throws Exception {
        URI link = URI.create(url);
        List<Socket> slow = new ArrayList<>();
        Tls tls = new Tls();
        try {
            for (int i = 0; i < SLOW_DEVICES; i++) {
                Socket socket = tls.over(new Socket("127.0.0.1", link.getPort()), link.getPort());
                slow.add(socket);
                socket.getOutputStream()
                        .write(("GET " + link.getRawPath() + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().readNBytes(12))
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("HTTP/1.1 200");
            }
            assertThat(router()).contains("URL=");
            assertThat(server.https().get("/health/ready").status()).isEqualTo(200);
            assertThat(tus.offset(tus.create(1))).isZero();
            for (Socket socket : slow) {
                assertThat(socket.getInputStream().readNBytes(2000)).hasSize(2000);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** The production firmware of the demo is three steps away; the simulated device cuts off the first download. */
    @Test
    @Order(5)
    void gatewaysGoStepByStep() throws Exception {
        Endpoint endpoint = endpoint("/api/edgegateway", Credentials.basic(fleet.username(), fleet.password()));
        DeviceProfile profile = DeviceProfile.of(Dialect.EDGE_GATEWAY, "EGSTEP").withFirmwareVersion("v1.9.0");
        List<String> way = new ArrayList<>();
        try (SimulatedDevice gateway = new SimulatedDevice(profile, endpoint)) {
            gateway.checkIn();
            fleet.enable("EGSTEP", DemoFleet.GATEWAYS);
            gateway.checkIn(Fault.CUT_DOWNLOAD).work().ifPresent(work -> way.add(work.detail()));
            Await.until(() -> "it goes all the way, and not " + way, () -> {
                gateway.checkIn().work().ifPresent(work -> way.add(work.detail()));
                return way.contains("v2.2.0");
            });
            assertThat(gateway.checkIn().work()).isEmpty();
            assertThat(gateway.state().firmwareVersion()).isEqualTo("v2.2.0");
        }
        assertThat(way).containsExactly("v2.0.0", "v2.1.0", "v2.2.0");
    }

    private static Endpoint endpoint(String path, Credentials credentials) {
        return Endpoint.of(
                URI.create("https://127.0.0.1:" + server.ports().https() + path), credentials, Trust.insecure());
    }

    private static String router() throws IOException {
        return Curl.digest(fleet.username(), fleet.password())
                .post(
                        "https://127.0.0.1:" + server.ports().https() + "/router/tk800/config",
                        "application/x-www-form-urlencoded",
                        REPORT)
                .text();
    }

    private static String group(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
