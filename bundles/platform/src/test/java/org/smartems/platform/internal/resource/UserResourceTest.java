// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ErrorCategory;
import org.smartems.platform.internal.user.PasswordHash;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ResourceClient;

class UserResourceTest extends ResourceFixture {

    private static final String GIVEN =
            "'plainPassword': ' Given by others ', 'plainPasswordRepeat': ' Given by others '";

    private long munich;

    @BeforeEach
    void tag() {
        munich = admin.post("accesstag/create", "{'name': 'Munich'}").path("id").asLong();
    }

    @Test
    void createsAnOperatorWithTags() throws Exception {
        JsonNode anna = create("anna");
        assertThat(members(anna))
                .contains("enabled", "tooManyFailedLoginAttempts", "roleAdmin", "roleSmartems", "username")
                .contains("disablePasswordExpire", "totpEnabled", "radiusUser", "ssoUser", "isEnabled", "deny")
                .contains("accessTags", "certificates", "useableCertificates", "totpSecretGenerated")
                .doesNotContain("roleVpn", "roleVpnEndpointDevices", "plainPassword", "passwordHash", "epoch");
        assertThat(anna.path("accessTags").toString())
                .isEqualTo("[{\"id\":" + munich + ",\"representation\":\"Munich\"}]");
        assertThat(anna.path("isEnabled").asBoolean()).isTrue();
        assertThat(PasswordHash.matches(
                        " Given by others ", text("select password_hash from platform_user where username = 'anna'")))
                .isTrue();
        assertThat(admin.get("user/" + anna.path("id").asLong())).isEqualTo(anna);
    }

    @Test
    void rolesOfTheVpnAreForItsAdministrators() {
        ResourceClient vpn = admin.as(root, Permission.ADMIN, Permission.ADMIN_VPN);
        JsonNode anna = vpn.post(
                "user/create",
                "{'username': 'anna', 'enabled': true, 'roleVpn': true, 'accessTags': [" + munich + "], " + GIVEN
                        + "}");
        assertThat(anna.path("roleVpn").asBoolean()).isTrue();
        long id = anna.path("id").asLong();
        assertInvalid(
                ": validation.extraFields {fields=roleVpn}",
                () -> admin.post("user/" + id, "{'username': 'anna', 'roleAdmin': true, 'roleVpn': true}"));
        admin.post("user/" + id, "{'username': 'anna', 'enabled': true, 'accessTags': [" + munich + "]}");
        assertThat(vpn.get("user/" + id).path("roleVpn").asBoolean()).isTrue();
        vpn.post("user/" + id, "{'username': 'anna', 'roleSmartems': true, 'accessTags': [" + munich + "]}");
        assertThat(vpn.get("user/" + id).path("roleVpn").asBoolean()).isFalse();
    }

    @Test
    void whatIsNotSentIsTakenAway() {
        long id = create("anna").path("id").asLong();
        JsonNode edited = admin.post("user/" + id, "{'username': 'anna', 'roleAdmin': true}");
        assertThat(edited.path("enabled").asBoolean()).isFalse();
        assertThat(edited.path("roleSmartems").asBoolean()).isFalse();
        assertThat(edited.path("accessTags")).isEmpty();
    }

    @Test
    void namesWhatIsWrong() {
        assertInvalid(
                "username: validation.required {}; plainPassword: validation.required {};"
                        + " plainPasswordRepeat: validation.required {}",
                () -> admin.post("user/create", "{'roleAdmin': true}"));
        assertInvalid(
                "accessTags: validation.choice {}",
                () -> admin.post(
                        "user/create", "{'username': 'x', 'roleSmartems': true, 'accessTags': [-5], " + GIVEN + "}"));
        assertInvalid(
                "username: validation.uniqueEntity {}",
                () -> admin.post("user/create", "{'username': ' root ', 'roleAdmin': true, " + GIVEN + "}"));
        assertInvalid(
                "plainPassword: validation.password.minimumLengthRequirementFailed {limit=8};"
                        + " plainPasswordRepeat: validation.passwordIdenticalCompare {}",
                () -> admin.post(
                        "user/create",
                        "{'username': 'x', 'roleAdmin': true, 'plainPassword': 'short', 'plainPasswordRepeat':"
                                + " 'other'}"));
        assertInvalid(
                "enabledExpireAt: validation.datetime {}",
                () -> admin.post(
                        "user/create",
                        "{'username': 'x', 'roleAdmin': true, 'enabledExpireAt': 'soon', " + GIVEN + "}"));
        assertInvalid(
                "accessTags: validation.user.oneAccessTagRequired {}",
                () -> admin.post("user/create", "{'username': 'x', 'roleSmartems': true, " + GIVEN + "}"));
    }

    @Test
    void saysWhyActionsAreDenied() throws Exception {
        JsonNode myself = admin.get("user/" + root);
        assertThat(deny(myself, "delete")).isEqualTo("deny.user.cannotDeleteYourself");
        assertThat(deny(myself, "disable")).isEqualTo("deny.user.cannotDisableYourself");
        assertThat(deny(myself, "enable")).isEqualTo("deny.user.alreadyEnabled");
        assertThat(deny(myself, "changePassword")).isEqualTo("deny.user.currentlyLoggedIn");
        assertThat(deny(myself, "resetTotpSecret")).isEqualTo("deny.user.totpDisabled");
        assertThat(deny(myself, "resetLoginAttempts")).isEqualTo("deny.user.tooManyFailedLoginAttemptsFalse");
        assertThat(deny(myself, "edit")).isEmpty();
        long anna = create("anna").path("id").asLong();
        change(anna, "radius_user = true, enabled_expire_at = now() - interval '1 s'");
        JsonNode radius = admin.get("user/" + anna);
        assertThat(deny(radius, "edit")).isEqualTo("deny.user.notAvailableForRadiusUser");
        assertThat(deny(radius, "disable")).isEqualTo("deny.user.alreadyDisabled");
        assertThat(deny(radius, "enable")).isEqualTo("deny.user.notAvailableForRadiusUser");
        assertThat(deny(radius, "delete")).isEmpty();
        configure("totp_enabled = true, failed_login_attempts_enabled = false");
        change(anna, "radius_user = false, sso_user = true");
        JsonNode sso = admin.get("user/" + anna);
        assertThat(deny(sso, "resetTotpSecret")).isEqualTo("deny.user.notAvailableForSsoUser");
        assertThat(deny(sso, "resetLoginAttempts")).isEqualTo("deny.user.failedLoginAttemptsDisabled");
        assertForbidden(() -> admin.post("user/" + anna, "{'username': 'anna', 'roleAdmin': true}"));
        assertForbidden(() -> admin.delete("user/" + root));
    }

    @Test
    void disablesEnablesAndGivesPasswords() throws Exception {
        long anna = create("anna").path("id").asLong();
        assertThat(admin.post("user/disable/" + anna, "{}").path("isEnabled").asBoolean())
                .isFalse();
        assertForbidden(() -> admin.post("user/disable/" + anna, "{}"));
        assertInvalid(
                ": validation.extraFields {fields=certificateBehaviours}",
                () -> admin.post("user/enable/" + anna, "{'certificateBehaviours': [{}]}"));
        assertThat(admin.post("user/enable/" + anna, "{'certificateBehaviours': []}")
                        .path("enabled")
                        .asBoolean())
                .isTrue();
        admin.post(
                "user/changepassword/" + anna,
                "{'newPlainPassword': 'Another-1', 'newPlainPasswordRepeat': 'Another-1'}");
        assertThat(PasswordHash.matches(
                        "Another-1", text("select password_hash from platform_user where username = 'anna'")))
                .isTrue();
        assertInvalid(
                "newPlainPassword: validation.required {}; newPlainPasswordRepeat: validation.required {}",
                () -> admin.post("user/changepassword/" + anna, "{}"));
        assertCategory(ErrorCategory.NOT_FOUND, () -> admin.post("user/enable/5", "{}"));
    }

    @Test
    void saysThatTheLastAdministratorStays() throws Exception {
        ResourceClient anna = admin.as(create("anna").path("id").asLong(), Permission.ADMIN);
        JsonNode last = anna.get("user/" + root);
        assertThat(deny(last, "delete")).isEqualTo("deny.user.lastAdministrator");
        assertThat(deny(last, "disable")).isEqualTo("deny.user.lastAdministrator");
        change(addUser("second"), "role_admin = true, role_smartems = false");
        assertThat(deny(anna.get("user/" + root), "delete")).isEmpty();
    }

    @Test
    void liftsALockByBothMethods() throws Exception {
        long anna = create("anna").path("id").asLong();
        for (String method : new String[] {"GET", "POST"}) {
            change(anna, "too_many_failed_login_attempts = true");
            admin.call(method, "user/resetloginattempts/" + anna, "{}");
            assertThat(text("select too_many_failed_login_attempts from platform_user where id = " + anna))
                    .isEqualTo("f");
        }
        configure("totp_enabled = true");
        change(anna, "totp_secret = '\\x01'");
        admin.get("user/resettotpsecret/" + anna);
        assertThat(admin.get("user/" + anna).path("totpSecretGenerated").asBoolean(true))
                .isFalse();
    }

    @Test
    void filtersByWhatAUserIsKnownAsAndByWhetherItCounts() throws Exception {
        long anna = create("anna").path("id").asLong();
        long ben = create("ben").path("id").asLong();
        change(anna, "sso_user = true, sso_name = 'zoe@example.org'");
        change(ben, "enabled_expire_at = now() - interval '1 s'");
        assertThat(usernames("'filterBy': 'username', 'filterType': 'like', 'filterValue': 'zoe'"))
                .isEqualTo("anna");
        assertThat(usernames("'filterBy': 'username', 'filterType': 'like', 'filterValue': 'anna'"))
                .isEmpty();
        assertThat(usernames("'filterBy': 'enabled', 'filterType': 'boolean', 'filterValue': false"))
                .isEqualTo("ben");
        JsonNode sorted = admin.post(
                "user/list",
                "{'sorting': [{'field': 'enabled', 'direction': 'asc'}, {'field': 'username', 'direction': 'asc'}]}");
        assertThat(sorted.path("results").findValuesAsText("username")).containsExactly("ben", "root", "anna");
        assertThat(usernames("'filterBy': 'accessTags', 'filterType': 'equal', 'filterValue': " + munich))
                .isEqualTo("ben anna");
        assertThat(usernames("'filterBy': 'roleAdmin', 'filterType': 'boolean', 'filterValue': true"))
                .isEqualTo("root");
    }

    @Test
    void isForAdministrators() {
        assertForbidden(() -> operator.post("user/list", "{}"));
        assertForbidden(() -> operator.get("user/" + root));
    }

    @Test
    void costsAsManyStatementsForManyUsersAsForOne() {
        IntStream.range(0, 12).forEach(i -> create("user" + i));
        JsonNode page = admin.post("user/list", "{'rowsPerPage': 5, 'page': 3}");
        assertThat(page.path("results")).hasSize(3);
        assertThat(page.path("rowCount").asInt()).isEqualTo(13);
    }

    private JsonNode create(String name) {
        return admin.post(
                "user/create",
                "{'username': '" + name + "', 'enabled': true, 'roleSmartems': true, 'accessTags': [" + munich + "], "
                        + GIVEN + "}");
    }

    private String usernames(String filter) {
        JsonNode page = admin.post(
                "user/list", "{'filters': [{" + filter + "}], 'sorting': [{'field': 'username', 'direction': 'asc'}]}");
        return String.join(" ", page.path("results").findValuesAsText("username"));
    }

    private static String deny(JsonNode user, String key) {
        return user.path("deny").path(key).asText();
    }
}
