// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A batch of more things than are done before the answer. */
@ExtendWith(SharedServer.class)
class RestBatchIT {

    private static final String ROOT = "/web/api/";
    private static final int DEVICES = 1200;

    /** Keeps what this test makes apart from what others make on the same server. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private Api api;
    private Database database;
    private Http admin;

    @BeforeEach
    void connect(Server shared) throws Exception {
        api = Api.of(shared).elsewhere();
        database = Database.embeddedIn(shared);
        admin = as("admin", shared.password());
        makeDevices();
    }

    private Http as(String username, String password) throws IOException {
        return api.http().bearer(api.session(username, password).text("token"));
    }

    private void makeDevices() throws Exception {
        long type = database.value(Long.class, "select min(id) from fleet_device_type where enabled");
        long first = database.value(Long.class, "select coalesce(max(id), 0) + 1000000 from fleet_device");
        database.update(
                "insert into fleet_device (id, version, uuid, device_type_id, identifier, identifier_reported, name,"
                        + " enabled, staging, created_at, updated_at) select ? + n, 1, ? || n, ?, ? || n, false,"
                        + " ? || ' ' || n, true, false, now(), now() from generate_series(1, ?) n",
                first,
                mark,
                type,
                mark,
                mark,
                DEVICES);
        database.update(
                "insert into fleet_device_state (device_id, device_type_id, serial_number) select id, device_type_id,"
                        + " identifier from fleet_device where name like ? || ' %'",
                mark);
    }

    @AfterEach
    void removeDevices() throws Exception {
        database.update(
                "delete from fleet_device_state where device_id in (select id from fleet_device"
                        + " where name like ? || ' %')",
                mark);
        database.update("delete from fleet_device where name like ? || ' %'", mark);
    }

    @Test
    void goesOnAfterTheAnswerAndTellsOfEach() throws Exception {
        Answer begun = admin.post(ROOT + "device/batch/disable", "{\"ids\": " + ids() + "}");
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
        assertThat(results.get(0).path("representation").asText()).isEqualTo(mark + " 1");
        assertThat(database.value(
                        Long.class,
                        "select count(*) from fleet_device where name like ? || ' %' and not enabled",
                        mark))
                .isEqualTo(DEVICES);

        Errors.assertPlain(otherUser().get(path), 404, "Not found");
        assertThat(admin.post(path + "/cancel", "{}").json().path("deny").asText())
                .isEqualTo("deny.batchJob.alreadyEnded");
        assertThat(admin.send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void refusesABadBodyBeforeItBegins() throws Exception {
        Answer refused = admin.post(ROOT + "device/batch/labels/add", "{\"labels\": [], \"ids\": " + ids() + "}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(admin.post(ROOT + "device/batch/delete", "{\"ids\": " + ids() + ", \"x\": 1}")
                        .status())
                .isEqualTo(400);
        assertThat(database.value(Long.class, "select count(*) from fleet_device where name like ? || ' %'", mark))
                .isEqualTo(DEVICES);
    }

    private String ids() throws Exception {
        return database.value(
                String.class,
                "select json_agg(id order by id)::text from fleet_device where name like ? || ' %'",
                mark);
    }

    private Http otherUser() throws Exception {
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
