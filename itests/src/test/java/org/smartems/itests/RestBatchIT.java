// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A batch of more things than are done before the answer. */
@ExtendWith(SharedServer.class)
class RestBatchIT {

    private static final String ROOT = "/web/api/";
    private static final int DEVICES = 1200;

    private Api api;
    private Http admin;
    private ManyDevices devices;

    @BeforeEach
    void connect(Server shared) throws Exception {
        api = Api.of(shared).elsewhere();
        admin = as("admin", shared.password());
        devices = ManyDevices.of(Database.embeddedIn(shared), DEVICES);
    }

    private Http as(String username, String password) throws IOException {
        return api.http().bearer(api.session(username, password).text("token"));
    }

    @AfterEach
    void removeDevices() throws Exception {
        devices.remove();
    }

    @Test
    void goesOnAfterTheAnswerAndTellsOfEach() throws Exception {
        Answer begun = admin.post(ROOT + "device/batch/disable", "{\"ids\": " + devices.ids() + "}");
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        assertThat(begun.json().path("state").asText()).isEqualTo("running");
        assertThat(begun.json().path("total").asInt()).isEqualTo(DEVICES);
        String path = ROOT + "batchjob/" + begun.json().path("id").asLong();
        assertThat(begun.header("Location")).endsWith(path);

        Await.until(
                "the batch is done",
                () -> admin.get(path).json().path("state").asText().equals("done"));
        assertThat(admin.get(path).json().path("success").asInt()).isEqualTo(DEVICES);
        JsonNode results = admin.get(path + "/results").json();
        assertThat(results).hasSize(DEVICES);
        assertThat(results.get(0).path("representation").asText()).isEqualTo(devices.mark() + " 1");
        assertThat(devices.disabled()).isEqualTo(DEVICES);

        Errors.assertPlain(otherUser().get(path), 404, "Not found");
        assertThat(admin.post(path + "/cancel", "{}").json().path("deny").asText())
                .isEqualTo("deny.batchJob.alreadyEnded");
        assertThat(admin.send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void refusesABadBodyBeforeItBegins() throws Exception {
        Answer refused =
                admin.post(ROOT + "device/batch/labels/add", "{\"labels\": [], \"ids\": " + devices.ids() + "}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(admin.post(ROOT + "device/batch/delete", "{\"ids\": " + devices.ids() + ", \"x\": 1}")
                        .status())
                .isEqualTo(400);
        assertThat(devices.all()).isEqualTo(DEVICES);
    }

    private Http otherUser() throws Exception {
        String mark = devices.mark();
        Answer tag = admin.post(ROOT + "accesstag/create", "{\"name\": \"" + mark + "\"}");
        Answer made = admin.post(
                ROOT + "user/create",
                "{\"username\": \"batch" + mark + "\", \"enabled\": true, \"roleSmartems\": true, \"accessTags\": ["
                        + tag.json().path("id").asLong()
                        + "], \"plainPassword\": \"a long secret 1\", \"plainPasswordRepeat\": \"a long secret 1\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        return as("batch" + mark, "a long secret 1");
    }
}
