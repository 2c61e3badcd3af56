// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Processes that die without a word. */
@ExtendWith(RestartedServer.class)
class CrashIT {

    private static final int DEVICES = 4000;

    private static Server server;

    @BeforeAll
    static void use(Server given) {
        server = given;
    }

    @Test
    void aKilledServerComesBackWithItsData() throws Exception {
        String password = server.password();
        String user = Database.embeddedIn(server).newUser();
        String token = Api.of(server).session(user, password).text("token");
        ManyDevices devices = ManyDevices.of(Database.embeddedIn(server), DEVICES);
        Answer batch = Api.of(server)
                .http()
                .bearer(token)
                .post("/web/api/device/batch/disable", "{\"ids\": " + devices.ids() + "}");
        assertThat(batch.json().path("done").asInt()).as(batch.body()).isBetween(1, DEVICES - 1);
        long postmaster = server.database().postmaster();

        server.kill();
        server.start();
        server.awaitReady();

        assertThat(server.database().postmaster()).isNotEqualTo(postmaster);
        assertThat(isPostgres(postmaster)).isFalse();
        assertThat(Api.of(server).roles(token).status()).isEqualTo(200);
        assertThat(Api.of(server).session(user, password).text("lastLoginAt")).isNotBlank();
        assertDone("/web/api/batchjob/" + batch.json().path("id").asLong(), token);
        assertThat(devices.disabled()).isEqualTo(DEVICES);
    }

    /** What was under way goes on by itself, and tells of every device once. */
    private static void assertDone(String batch, String token) throws Exception {
        Http reader = Api.of(server).http().bearer(token);
        Await.until(
                "the batch is done",
                () -> reader.get(batch).json().path("state").asText().equals("done"));
        assertThat(reader.get(batch).json().path("success").asInt()).isEqualTo(DEVICES);
        assertThat(reader.get(batch + "/results").json()).hasSize(DEVICES);
    }

    @Test
    void aKilledDatabaseServerComesBackWhileTheServerRuns() throws Exception {
        String password = server.password();
        String user = Database.embeddedIn(server).newUser();
        Api api = Api.of(server);
        String token = api.session(user, password).text("token");
        long serverPid = server.process().pid();
        long postmaster = server.database().postmaster();
        server.database().kill();

        List<Answer> refused = new ArrayList<>();
        Await.until("an answer from the new database server", () -> {
            assertThat(server.https().get("/health/live").status()).isEqualTo(200);
            List<Answer> answers = List.of(api.roles(token), api.login(user, password));
            answers.stream().filter(answer -> answer.status() != 200).forEach(refused::add);
            return answers.stream().allMatch(answer -> answer.status() == 200) && hasAnother(postmaster);
        });
        assertThat(refused).isNotEmpty().allSatisfy(CrashIT::assertAway);
        server.awaitReady();
        assertThat(server.process().pid()).isEqualTo(serverPid);
    }

    /** The first request may find the connection cut in the middle; it too is asked to come again. */
    private static void assertAway(Answer answer) {
        Errors.assertPlain(answer, 503);
        assertThat(answer.header("Retry-After")).matches("\\d+");
    }

    private static boolean hasAnother(long before) {
        try {
            return server.database().postmaster() != before;
        } catch (IOException e) {
            return false; // just being written
        }
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }
}
