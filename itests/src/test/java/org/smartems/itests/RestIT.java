// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator's whole set-up by the REST API alone, and what a user with an access tag sees of it. */
@ExtendWith(SharedServer.class)
class RestIT {

    private static final String ROOT = "/web/api/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keeps what this test makes apart from what others make on the same server. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private Api api;
    private Http admin;

    @BeforeEach
    void connect(Server shared) throws Exception {
        api = Api.of(shared).elsewhere();
        admin = as("admin", shared.password());
    }

    private Http as(String username, String password) throws IOException {
        return api.http().bearer(api.session(username, password).text("token"));
    }

    @Test
    void anOperatorSetsUpAFleet() throws Exception {
        long tag = create("accesstag", "{'name': 'North %s'}");
        long label = create("label", "{'name': 'Roof %s'}");
        long type = ownType();
        create(
                "deviceauthentication",
                "{'enabled': true, 'username': 'dev %s', 'password': 'a long secret 1', 'deviceTypes': [" + type
                        + "]}");
        long config = create(
                "config",
                "{'name': 'Startup %s', 'generator': 'twig', 'feature': '1', 'deviceType': " + type
                        + ", 'content': 'hostname {{ name }}\\n'}");
        long template = templateOf(type, config);

        JsonNode made = device(type, tag, label);
        long device = made.path("id").asLong();
        assertThat(made.path("accessTags").get(0).path("id").asLong()).isEqualTo(tag);
        assertThat(made.path("deny").path("enable").asText()).isEqualTo("deny.device.alreadyEnabled");

        post(200, "device/" + device + "/template/apply", "{'template': " + template + ", 'applyVariables': true}");
        assertThat(get(200, "device/" + device + "/generate/config/primary").asText())
                .isEqualTo("hostname Pump " + mark + "\n");
        JsonNode batch =
                post(200, "device/batch/reinstallconfig1", "{'ids': [" + device + "], 'reinstallConfig1': true}");
        assertThat(batch.get(0).path("status").asText()).isEqualTo("success");
        assertThat(get(200, "device/" + device).path("reinstallConfig1").asBoolean())
                .isTrue();

        assertThat(exported("csv").body()).startsWith("\ufeffName,Serial\r\nPump " + mark + ",S" + mark);
        assertThat(exported("excel").header("Content-Type")).contains("spreadsheetml");
        seenByATaggedUser(tag, device);
        assertAudited(device);
    }

    @Test
    void operatorsPreviewConfigsWithTheGeneratorsThatShip() throws Exception {
        long device = create("device", "{'deviceType': " + ownType() + ", 'name': 'Draft %s', 'serialNumber': 'D%s'}");
        String twig = "'generator': 'twig', 'content': 'host {{ name }}\\n[{{ missing }}{{ site.hall }}]'";
        String velocity = "'generator': 'velocity', 'content': 'host $name\\n[$missing$!{site}]'";

        assertThat(preview(200, device, twig, true).asText()).isEqualTo("host Draft " + mark + "\n[]");
        assertThat(preview(200, device, velocity, true).asText()).isEqualTo("host Draft " + mark + "\n[$missing]");
        assertThat(preview(409, device, twig, false).toString())
                .contains("Variable \\\"missing\\\" does not exist", "\"line\":2");
        assertThat(preview(409, device, velocity, false).toString())
                .contains("Variable $missing has not been set", "\"line\":2");
        assertThat(preview(409, device, "'generator': 'twig', 'content': '{{ name|uper }}'", true)
                        .toString())
                .contains("Unknown \\\"uper\\\" filter. Did you mean \\\"upper\\\"", "\"line\":1");
    }

    private JsonNode preview(int status, long device, String text, boolean lenient) throws IOException {
        return post(
                status, "device/" + device + "/preview/config/primary", "{" + text + ", 'lenient': " + lenient + "}");
    }

    private JsonNode device(long type, long tag, long label) throws IOException {
        return post(
                200,
                "device/create",
                "{'deviceType': " + type + ", 'name': 'Pump %s', 'serialNumber': 'S%s', 'enabled': true, "
                        + "'accessTags': [" + tag + "], 'labels': [" + label + "]}");
    }

    private long ownType() throws IOException {
        JsonNode types = post(200, "devicetype/list", "{'rowsPerPage': 100}").path("results");
        long preset = StreamSupport.stream(types.spliterator(), false)
                .filter(type -> type.path("communicationProcedure").asText().equals("router"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
        JsonNode copy = post(200, "devicetype/" + preset + "/duplicate", "{}");
        long id = copy.path("id").asLong();
        return copy.path("enabled").asBoolean()
                ? id
                : get(200, "devicetype/" + id + "/enable").path("id").asLong();
    }

    private long templateOf(long type, long config) throws IOException {
        long template = create("template", "{'name': 'Pumps %s', 'deviceType': " + type + "}");
        long version = post(
                        200,
                        "templateversion/create/staging/" + template,
                        "{'name': 'First %s', 'config1': " + config
                                + ", 'variables': [{'name': 'site', 'variableValue': 'Hall'}]}")
                .path("id")
                .asLong();
        post(200, "templateversion/select/staging/" + version, "{}");
        post(200, "templateversion/select/production/" + version, "{}");
        return template;
    }

    private Answer exported(String format) throws IOException {
        Answer answer = admin.post(
                ROOT + "device/export/" + format,
                json("{'fields': [{'field': 'name', 'label': 'Name'}, {'field': 'serialNumber', 'label': 'Serial'}], "
                        + "'filename': 'devices', 'filters': [{'filterBy': 'name', 'filterType': 'equal', "
                        + "'filterValue': 'Pump %s'}]}"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("devices.");
        return answer;
    }

    private void seenByATaggedUser(long tag, long device) throws Exception {
        long other = create("accesstag", "{'name': 'South %s'}");
        create(
                "user",
                "{'username': 'north%s', 'enabled': true, 'roleSmartems': true, 'accessTags': [" + tag + "], "
                        + "'plainPassword': 'a long secret 1', 'plainPasswordRepeat': 'a long secret 1'}");
        create(
                "user",
                "{'username': 'south%s', 'enabled': true, 'roleSmartems': true, 'accessTags': [" + other + "], "
                        + "'plainPassword': 'a long secret 1', 'plainPasswordRepeat': 'a long secret 1'}");
        Http north = as("north" + mark, "a long secret 1");
        Http south = as("south" + mark, "a long secret 1");
        assertThat(north.post(ROOT + "device/list", "{}")
                        .json()
                        .path("rowCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(north.get(ROOT + "device/" + device).json().has("uuid")).isFalse();
        assertThat(south.post(ROOT + "device/list", "{}")
                        .json()
                        .path("rowCount")
                        .asInt())
                .isZero();
        Errors.assertPlain(south.get(ROOT + "device/" + device), 404, "Not found");
        assertThat(north.post(ROOT + "user/list", "{}").status()).isEqualTo(403);
    }

    private void assertAudited(long device) throws IOException {
        JsonNode changes = post(
                        200,
                        "auditlogchange/list",
                        "{'filters': [{'filterBy': 'entityName', 'filterType': "
                                + "'equal', 'filterValue': 'Device'}, {'filterBy': 'entityId', 'filterType': 'equal', "
                                + "'filterValue': " + device + "}], 'sorting': [{'field': 'id'}]}")
                .path("results");
        assertThat(changes.get(0).path("type").asText()).isEqualTo("create");
        assertThat(changes.size()).isGreaterThanOrEqualTo(3);
    }

    private long create(String resource, String body) throws IOException {
        return post(200, resource + "/create", body).path("id").asLong();
    }

    private JsonNode post(int status, String path, String body) throws IOException {
        Answer answer = admin.post(ROOT + path, json(body));
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(status);
        return answer.json();
    }

    private JsonNode get(int status, String path) throws IOException {
        Answer answer = admin.get(ROOT + path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private String json(String text) {
        return text.replace('\'', '"').replace("%s", mark);
    }
}
