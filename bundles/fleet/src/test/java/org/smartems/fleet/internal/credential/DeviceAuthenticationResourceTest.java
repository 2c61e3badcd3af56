// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ResourceClient;

class DeviceAuthenticationResourceTest extends FleetFixture {

    private long type;
    private ResourceClient admin;

    @BeforeEach
    void makeClient() {
        type = fleet.router("tk800").id();
        admin = ResourceClient.of(transactions, new DeviceAuthenticationResource(fleet.credentials));
    }

    @Test
    void neverTellsAPasswordUnlessAsked() {
        JsonNode made = create("'password': ' hush '");
        assertThat(made.toString()).doesNotContain("hush");
        assertThat(made.path("deviceTypes").path(0).path("icon").asText()).isEqualTo("router");
        String path = "deviceauthentication/" + made.path("id");
        assertThat(admin.post(path + "/show/password", "{}").path("password").asText())
                .isEqualTo(" hush ");
        assertRefused(() -> admin.as(7, Permission.SMARTEMS).post(path + "/show/password", "{}"), "accessDenied");
    }

    @Test
    void keepsAPasswordThatIsNotSentAndClearsAnEmptyOne() {
        String path = "deviceauthentication/" + create("'password': 'hush'").path("id");
        admin.post(path, body("'enabled': false"));
        assertThat(admin.post(path, body("'password': null")).path("enabled").asBoolean(true))
                .isFalse();
        assertThat(admin.post(path + "/show/password", "{}").path("password").asText())
                .isEqualTo("hush");
        admin.post(path, body("'password': ''"));
        assertThat(admin.post(path + "/show/password", "{}").path("password").asText())
                .isEmpty();
    }

    @Test
    void namesEveryBrokenRule() {
        assertInvalid(
                () -> admin.post("deviceauthentication/create", "{'username': 'a'}"),
                "password=required",
                "deviceTypes=countMin");
        assertInvalid(
                () -> admin.post(
                        "deviceauthentication/create", "{'username': 'a', 'password': 'x', 'deviceTypes': [0]}"),
                "deviceTypes=choice");
        create("'password': 'x'");
        assertInvalid(() -> create("'password': 'x'"), "username=uniqueEntity");
    }

    @Test
    void isFoundByItsDeviceTypes() {
        create("'password': 'x'");
        String filter = "{'filters': [{'filterBy': 'userDeviceTypes.deviceType', 'filterType': 'equalMultiple',"
                + " 'filterValue': [%d]}]}";
        assertThat(found(filter.formatted(type))).isEqualTo(1);
        assertThat(found(filter.formatted(0))).isZero();
    }

    private int found(String body) {
        return admin.post("deviceauthentication/list", body).path("rowCount").asInt();
    }

    private JsonNode create(String password) {
        return admin.post("deviceauthentication/create", body(password));
    }

    private String body(String more) {
        return "{'username': 'router', 'deviceTypes': [" + type + "], " + more + "}";
    }
}
