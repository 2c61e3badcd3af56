// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.device.endpoint.internal.EndpointServer.AUTHORIZED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.fleet.checkin.Contact;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.testing.RawClient;

class RoutingTest extends EndpointTestBase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/closed",
                "/closed/",
                "/closed/config/",
                "/closed/config/x",
                "/closed/Config",
                "/closed/status",
                "/closedconfig",
                "/config",
                "/no/such/path",
                "/df/token",
                "/df/token/a/b"
            })
    void answersUnknownPathsBeforeAnybodyLogsIn(String path) throws Exception {
        assertRefused(server.get(path), 404);
        if (!path.startsWith("/df/")) {
            assertRefused(server.post(path, "x=y"), 404);
        }
        assertThat(server.client().send("HEAD", path).status()).isEqualTo(404);
    }

    @Test
    void asksTheProcedureOfTheLongestPrefix() throws Exception {
        TestProcedure other = new TestProcedure("other");
        other.handling = exchange -> DeviceResponse.text(
                "text/plain", "other " + exchange.deviceType().name());
        server.plugIns.addProcedure(other);
        server.catalogue
                .with(FakeCatalogue.type(10, "other", "/open/nested", "none"))
                .with(FakeCatalogue.type(11, "other", "/", "none"));
        assertThat(server.post("/open/config", "").body()).isEqualTo("checked in");
        assertThat(server.post("/open/nested/config", "").body()).isEqualTo("other Type 10");
        assertThat(server.post("/config", "").body()).isEqualTo("other Type 11");
        assertRefused(server.post("/open/nested/other", ""), 404);
        server.plugIns.removeProcedure(other);
        assertAway(server.post("/open/nested/other", ""));
        server.catalogue
                .with(FakeCatalogue.type(10, "none", "/gone", "none"))
                .with(FakeCatalogue.type(11, "none", "/gone", "none"));
    }

    @Test
    void tellsTheProcedureWhatWasCalled() throws Exception {
        server.procedure.handling = exchange -> DeviceResponse.text(
                "text/plain",
                String.join(
                        " ",
                        exchange.request().method(),
                        exchange.route(),
                        exchange.request().query(),
                        exchange.request().header("x-some").orElse("-"),
                        new String(exchange.request().body(), java.nio.charset.StandardCharsets.UTF_8),
                        exchange.settings()
                                .integer("limit")
                                .map(String::valueOf)
                                .orElse("-"),
                        exchange.identifier().id()));
        assertThat(server.post("/open/config?a=%20b", "body", "X-Some: th\u00efng")
                        .body())
                .isEqualTo("POST config a=%20b th\u00efng body 5 serialNumber");
        assertThat(server.get("/open/status/now").body()).isEqualTo("GET status  -  5 serialNumber");
    }

    @Test
    void tellsTheFleetWhereTheRequestCameFrom() throws Exception {
        server.post("/closed/config?x=y", "body", AUTHORIZED, "Host: ems.example.org:18443");
        Contact contact = server.checkIns.stored.get(0).contact();
        assertThat(contact.requestId()).isNotBlank();
        assertThat(contact.deviceType().id()).isEqualTo(2);
        assertThat(contact.procedure().id())
                .isEqualTo(server.procedure.description().id());
        assertThat(contact.credential())
                .hasValueSatisfying(it -> assertThat(it.id()).isEqualTo(7));
        assertThat(contact.origin())
                .isEqualTo(new Contact.Origin("127.0.0.1", "", "ems.example.org", "https://ems.example.org:18443"));
        assertThat(contact.content()).asString().isEqualTo("body");
        server.post("/open/config", "");
        assertThat(server.checkIns.stored.get(1).contact().credential()).isEmpty();
    }

    @Test
    void refusesOtherMethodsOfThoseWhoMayCall() throws Exception {
        for (String method : List.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            assertRefused(server.client().send(method, "/closed/config"), 401);
            RawClient.Answer answer = server.client().send(method, "/closed/config", AUTHORIZED);
            assertRefused(answer, 405);
            assertThat(answer.header("Allow")).isEqualTo("HEAD, POST");
        }
        assertThat(server.client().send("PUT", "/closed/status/now", AUTHORIZED).header("Allow"))
                .isEqualTo("GET, HEAD, POST");
        assertThat(server.checkIns.stored).isEmpty();
    }

    @Test
    void answersHeadWithoutRunningAnything() throws Exception {
        assertThat(server.client().send("HEAD", "/closed/config").status()).isEqualTo(401);
        for (String path : List.of("/closed/config", "/closed/status/now")) {
            RawClient.Answer answer = server.client().send("HEAD", path, AUTHORIZED);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(server.checkIns.stored).isEmpty();
    }

    @Test
    void sendsDevicesAwayWhosePlugInsAreNotThere() throws Exception {
        server.catalogue
                .with(FakeCatalogue.type(3, "missing", "/no-procedure", "basic"))
                .with(FakeCatalogue.type(4, "test", "/no-authenticator", "x509"));
        assertAway(server.post("/no-procedure/config", ""));
        assertAway(server.post("/no-authenticator/config", ""));
        assertRefused(server.post("/no-authenticator/other", ""), 404);
    }

    @Test
    void refusesDevicesOfADisabledTypeAndLogsIt() throws Exception {
        server.catalogue.with(FakeCatalogue.type(5, "test", "/disabled", "basic", false, Map.of()));
        assertRefused(server.post("/disabled/config", ""), 401);
        assertThat(server.checkIns.logged).isEmpty();
        assertRefused(server.post("/disabled/config", "", AUTHORIZED), 403);
        assertThat(server.checkIns.logged.get(0).messageIds()).containsExactly("deviceTypeDisabled");
        assertThat(server.checkIns.stored).isEmpty();
    }
}
