// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call of every resource, by everybody: who may make it, and that nothing comes of what is not there. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestWalkIT {

    private static final String ROOT = "/web/api/";
    private static final String ADMIN = "A";
    private static final String OPERATOR = "S";
    private static final String BEGIN_MAINTENANCE = "maintenance/mode/enable";
    private static final String END_MAINTENANCE = "maintenance/mode/disable";
    /** These would refuse the other people of the walk: they are made by themselves, one after the other. */
    private static final Set<String> FELT_BY_OTHERS = Set.of(BEGIN_MAINTENANCE, END_MAINTENANCE);
    /** An empty body lacks nothing: what is not sent stays, or becomes what it is by default. */
    private static final Set<String> ALL_OPTIONAL = Set.of("profile/preferences", "configuration/documentation");
    /** Whose rows an operator without an access tag sees none of, whatever others have made. */
    private static final Set<String> SCOPED =
            Set.of("device", "communicationlog", "configlog", "diagnoselog", "devicecommand");

    private Http nobody;
    private Http admin;
    private Http untagged;
    private Http tagged;

    static List<RestContract> contracts() {
        return RestContract.all();
    }

    @BeforeAll
    void logIn(Server server) throws Exception {
        Database database = Database.embeddedIn(server);
        Api api = Api.of(server).elsewhere();
        nobody = api.http().keeping();
        admin = as(api, database.newUser(), server.password());
        String first = operator(database);
        untagged = as(api, first, server.password());
        String second = operator(database);
        database.update(
                "insert into platform_access_tag (name) select 'walk ' || ? where not exists"
                        + " (select 1 from platform_access_tag where name = 'walk ' || ?)",
                second,
                second);
        database.update(
                "insert into platform_user_access_tag (user_id, access_tag_id) select u.id, t.id from platform_user u,"
                        + " platform_access_tag t where u.username = ? and t.name = 'walk ' || u.username",
                second);
        tagged = as(api, second, server.password());
    }

    private static String operator(Database database) throws Exception {
        String name = database.newUser();
        database.update("update platform_user set role_admin = false, role_smartems = true where username = ?", name);
        return name;
    }

    private static Http as(Api api, String username, String password) throws IOException {
        return api.http().keeping().bearer(api.session(username, password).text("token"));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void nobodyGetsAnything(RestContract contract) throws Exception {
        for (RestContract.Call call : contract.calls()) {
            assertThat(send(nobody, call).status()).as(call.toString()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everybodyMayDoWhatTheContractSays(RestContract contract) throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<Http, String> people = Map.of(admin, ADMIN, untagged, OPERATOR, tagged, OPERATOR);
        for (RestContract.Call call : contract.calls()) {
            for (Map.Entry<Http, String> person : people.entrySet()) {
                boolean spared = person.getValue().equals(ADMIN) && FELT_BY_OTHERS.contains(call.path());
                if (!spared) {
                    Answer answer = send(person.getKey(), call);
                    if (!expected(call, person.getValue()).contains(answer.status())) {
                        wrong.add(call + " by " + person.getValue() + ": " + answer.status() + " " + answer.body());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** An empty body lacks what is needed; an id that nothing has is nothing's. */
    private static Set<Integer> expected(RestContract.Call call, String role) {
        if (!call.isAllowed(role)) {
            // of what they do not see, those who see the list learn not even that others may do more
            boolean hidden = call.isAboutOne() && !call.isAboutOthers() && call.isResourceAllowed(role);
            return Set.of(hidden ? 404 : 403);
        }
        if (call.isAboutOthers()) {
            // there may be no options of it, or the body is looked at first
            return call.method().equals("GET") ? Set.of(200, 404) : Set.of(400, 404);
        }
        if (call.isAboutOne()) {
            return Set.of(404);
        }
        boolean reads =
                call.method().equals("GET") || call.answer().equals("page") || ALL_OPTIONAL.contains(call.path());
        return reads ? Set.of(200) : Set.of(400);
    }

    private static Answer send(Http person, RestContract.Call call) throws IOException {
        return call.method().equals("POST")
                ? person.post(ROOT + call.path(), "{}")
                : person.send(call.method(), ROOT + call.path(), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void anAdministratorBeginsAndEndsMaintenance(String method) throws Exception {
        try {
            assertThat(admin.send(method, ROOT + BEGIN_MAINTENANCE, null).status())
                    .isEqualTo(204);
            assertThat(untagged.post(ROOT + "device/list", "{}").status()).isEqualTo(403);
            assertThat(admin.post(ROOT + "device/list", "{}").status()).isEqualTo(200);
        } finally {
            assertThat(admin.send(method, ROOT + END_MAINTENANCE, null).status())
                    .isEqualTo(204);
        }
        assertThat(untagged.post(ROOT + "device/list", "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aRowHoldsWhatTheContractSays(RestContract contract) throws Exception {
        String resource = contract.json().path("resource").textValue();
        if (contract.calls().stream().noneMatch(call -> call.answer().equals("page"))) {
            return;
        }
        JsonNode rows = admin.post(ROOT + resource + "/list", "{}").json().path("results");
        for (JsonNode row : rows) {
            assertThat(row.fieldNames()).toIterable().isSubsetOf(contract.seenBy(ADMIN));
        }
        Answer answer = untagged.post(ROOT + resource + "/list", "{}");
        if (answer.status() == 200) {
            for (JsonNode row : answer.json().path("results")) {
                assertThat(row.fieldNames()).toIterable().isSubsetOf(contract.seenBy(OPERATOR));
            }
            if (SCOPED.contains(resource)) {
                assertThat(answer.json().path("rowCount").intValue()).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void anotherMethodIsRefused(RestContract contract) throws Exception {
        for (RestContract.Call call : contract.calls()) {
            Answer head = admin.send("HEAD", ROOT + call.path(), null);
            // of files that are downloaded by their address, the headers can be asked for
            assertThat(head.status()).as(call.toString()).isEqualTo(call.path().startsWith("download/") ? 404 : 405);
        }
        Answer unknown = admin.get(ROOT + contract.json().path("resource").textValue() + "/no/such/call/at/all");
        assertThat(unknown.status()).isEqualTo(404);
    }
}
