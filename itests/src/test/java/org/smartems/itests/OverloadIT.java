// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More devices than the server can serve, which takes one at a time here. */
@ExtendWith(SharedServer.class)
class OverloadIT {

    private static final String BEGUN = "More devices call than can be served";

    private Server server;
    private Http device;
    private Path settings;

    @BeforeEach
    void connect(Server shared) throws Exception {
        server = shared;
        settings = server.etc("org.smartems.http.devices.cfg");
        DemoFleet fleet = DemoFleet.in(server);
        String login = Tus.base64(fleet.username() + ":" + fleet.password());
        device = server.https().with("Authorization", "Basic " + login);
    }

    @AfterEach
    void serveAsUsual() throws Exception {
        Files.delete(settings);
        Await.until("the usual limit", () -> figure("limit") == 128);
    }

    private void serveOneAtATime(int maximumWait) throws Exception {
        Files.writeString(settings, "requestsAtOnce = 1\nmaximumWait = " + maximumWait + "\n");
        Await.until("the limit", () -> figure("limit") == 1);
    }

    private long figure(String name) throws IOException {
        return Figures.of(server).count("smartems_device_requests_" + name);
    }

    /** Until it is committed, no check-in gets on. */
    private Connection hold() throws Exception {
        Connection connection = server.database().source().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table fleet_device_state in access exclusive mode");
        }
        return connection;
    }

    private CompletableFuture<Answer> call(String serialNumber) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        new Thread(() -> answer.completeAsync(() -> post(serialNumber), Runnable::run)).start();
        return answer;
    }

    private Answer post(String serialNumber) {
        try {
            return device.post(
                    "/api/edgegateway/configuration",
                    "{\"serialNumber\":\"" + serialNumber + "\",\"firmwareVersion\":\"v1.0\"}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sendsDevicesAwayAndServesPeopleAndRecovers() throws Exception {
        serveOneAtATime(1);
        long before = figure("sent_away_total");
        int lines = linesOfTheLog();
        String token =
                Api.of(server).elsewhere().session("admin", server.password()).text("token");
        CompletableFuture<Answer> served;
        try (Connection held = hold()) {
            served = call("OVERLOAD1");
            Await.until("it is being served", () -> figure("active") == 1);
            List<CompletableFuture<Answer>> late = List.of(call("OVERLOAD2"), call("OVERLOAD3"));
            Answer list = server.https().bearer(token).post("/web/api/user/list", "{}");
            assertThat(list.status()).as(list.body()).isEqualTo(200);
            for (CompletableFuture<Answer> answer : late) {
                Errors.assertPlain(answer.get(), 503);
                assertThat(Integer.parseInt(answer.get().header("Retry-After"))).isPositive();
            }
            assertThat(served).isNotDone();
            held.commit();
        }
        assertThat(served.get().status()).isEqualTo(200);
        assertThat(call("OVERLOAD2").get().status()).isEqualTo(200);
        assertThat(figure("sent_away_total")).isEqualTo(before + 2);
        assertThat(linesOfTheLog()).as("one line for both").isEqualTo(lines + 1);
    }

    private int linesOfTheLog() throws IOException {
        return server.log().split(BEGUN, -1).length;
    }

    @Test
    void servesFirstWhoComesFirst() throws Exception {
        serveOneAtATime(60);
        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        try (Connection held = hold()) {
            calls.add(call("ORDER9"));
            Await.until("it is being served", () -> figure("active") == 1);
            for (String name : List.of("ORDER5", "ORDER7", "ORDER6")) {
                calls.add(call(name));
                Await.until(name + " waits", () -> figure("waiting") == calls.size() - 1);
            }
            held.commit();
        }
        for (CompletableFuture<Answer> call : calls) {
            assertThat(call.get().status()).isEqualTo(200);
        }
        assertThat(Database.embeddedIn(server)
                        .value(
                                String.class,
                                "select string_agg(serial_number, ' ' order by created_at) from fleet_check_in"
                                        + " where serial_number like 'ORDER_'"))
                .isEqualTo("ORDER9 ORDER5 ORDER7 ORDER6");
    }
}
