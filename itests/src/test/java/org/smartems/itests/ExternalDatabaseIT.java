// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smartems.testing.PostgresExtension;

/** A database server that somebody else runs: it comes, goes, and is shared. */
class ExternalDatabaseIT {

    @RegisterExtension
    static final PostgresExtension postgres = PostgresExtension.dedicated();

    @Test
    void theServerWaitsForItsDatabase() throws Exception {
        ExternalDatabase database = ExternalDatabase.create(postgres, "waiting");
        postgres.server().stop();
        try (Server server = Server.prepared("external")) {
            database.use(server);
            server.start();
            server.awaitLive();
            assertAway(server);

            postgres.start();
            server.awaitReady();
            String password = server.password();
            String token = Api.of(server).session("admin", password).text("token");
            assertThat(server.data("postgres")).doesNotExist();

            postgres.server().stop();
            assertAway(server);
            postgres.start();
            server.awaitReady();
            assertThat(Api.of(server).roles(token).status()).isEqualTo(200);
            Api.of(server).session("admin", password);
        }
    }

    private static void assertAway(Server server) throws Exception {
        server.awaitRefusal("database", "the database is away");
        assertThat(server.https().get("/health/live").status()).isEqualTo(200);
        Await.until("the console", () -> server.https().get("/web/").status() == 200);
        assertThat(server.https().get("/web/").header("Content-Type")).startsWith("text/html");
        for (Answer answer :
                List.of(server.https().get(Api.CONFIGURATION), Api.of(server).login("admin", "any"))) {
            Errors.assertPlain(answer, 503);
            assertThat(answer.header("Retry-After")).matches("\\d+");
        }
    }

    @Test
    void aServerOfAnotherPasswordSaysSo() throws Exception {
        ExternalDatabase database = ExternalDatabase.create(postgres, "refusing");
        try (Server server = Server.prepared("refused")) {
            database.use(server, "not the password");
            server.start();
            server.awaitLive();
            Answer refusal = server.awaitRefusal("database", "the database refuses the login");
            assertThat(refusal.body()).doesNotContain("not the password");
        }
    }
}
