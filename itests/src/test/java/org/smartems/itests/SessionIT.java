// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of a session after the login. */
@ExtendWith(SharedServer.class)
class SessionIT {

    private Database database;
    private Api api;
    private String password;
    private String user;
    private Answer session;
    private String token;

    @BeforeEach
    void logIn(Server server) throws Exception {
        database = Database.embeddedIn(server);
        api = Api.of(server).elsewhere();
        password = server.password();
        user = database.newUser();
        session = api.session(user, password);
        token = session.text("token");
    }

    @Test
    void aRefreshTokenIsExchangedOnce() throws Exception {
        String first = session.text("refreshToken");
        Answer refreshed = api.refresh(first);
        assertThat(refreshed.status()).as(refreshed.toString()).isEqualTo(200);
        assertThat(refreshed.text("username")).isEqualTo(user);
        assertThat(refreshed.text("refreshToken")).isNotEqualTo(first);
        assertThat(api.roles(refreshed.text("token")).status()).isEqualTo(200);
        assertThat(api.refresh(refreshed.text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void theReuseOfARefreshTokenEndsTheSession() throws Exception {
        String first = session.text("refreshToken");
        Answer refreshed = api.refresh(first);
        Errors.assertPlain(api.refresh(first), 401, "JWT Refresh Token Not Found");
        Errors.assertPlain(api.refresh(refreshed.text("refreshToken")), 401, "JWT Refresh Token Not Found");
        Errors.assertPlain(api.roles(refreshed.text("token")), 401);
    }

    @Test
    void anUnknownRefreshTokenIsRefused() throws Exception {
        Errors.assertPlain(api.refresh("made-up"), 401, "JWT Refresh Token Not Found");
        Errors.assertPlain(api.http().post(Api.REFRESH, "{}"), 400);
        Errors.assertPlain(api.refresh(token), 401, "JWT Refresh Token Not Found");
    }

    @Test
    void aSessionIsExtendedByGetAndByPost() throws Exception {
        String refreshToken = session.text("refreshToken");
        assertEmpty(api.http().get(Api.EXTEND + "/" + refreshToken));
        assertEmpty(api.http().post(Api.EXTEND, Api.object("refreshToken", refreshToken)));
        assertThat(api.refresh(refreshToken).status()).isEqualTo(200);
    }

    @Test
    void theRolesComeWithTheToken() throws Exception {
        Answer roles = api.roles(token);
        assertThat(roles.status()).isEqualTo(200);
        assertThat(roles.text("username")).isEqualTo(user);
        assertThat(roles.json().get("roles")).extracting(JsonNode::textValue).contains("ROLE_ADMIN");
    }

    @Test
    void logoutWithABodyEndsTheSession() throws Exception {
        String refreshToken = session.text("refreshToken");
        assertEmpty(api.http().bearer(token).post(Api.LOGOUT, Api.object("refreshToken", refreshToken)));
        assertEnded(refreshToken);
    }

    @Test
    void logoutWithoutABodyEndsTheSession() throws Exception {
        assertEmpty(api.http().bearer(token).post(Api.LOGOUT));
        assertEnded(session.text("refreshToken"));
    }

    @Test
    void logoutByGetEndsTheSession() throws Exception {
        assertEmpty(api.http().bearer(token).get(Api.LOGOUT));
        assertEnded(session.text("refreshToken"));
    }

    @Test
    void logoutOfOneDoesNotTouchAnother() throws Exception {
        Answer other = api.session(database.newUser(), password);
        assertEmpty(api.http().bearer(token).post(Api.LOGOUT, Api.object("refreshToken", other.text("refreshToken"))));
        assertThat(api.roles(other.text("token")).status()).isEqualTo(200);
        assertThat(api.refresh(other.text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void aPasswordIsChangedOnlyWithTheCurrentOne() throws Exception {
        Http mine = api.http().bearer(token);
        Errors.assertRule(
                mine.post(Api.PASSWORD, change("wrong", "the new one", "the new one")),
                "currentPlainPassword",
                "validation.currentPasswordInvalid");
        Errors.assertRule(
                mine.post(Api.PASSWORD, change(password, "short", "short")),
                "newPlainPassword",
                "validation.password.minimumLengthRequirementFailed");
        Errors.assertRule(
                mine.post(Api.PASSWORD, change(password, "the new one", "another one")),
                "newPlainPasswordRepeat",
                "validation.passwordIdenticalCompare");
        Errors.assertRule(
                mine.post(Api.PASSWORD, change(password, password, password)),
                "newPlainPassword",
                "validation.password.recentlyUsed");
        api.session(user, password);
    }

    @Test
    void anExtraMemberOfAFormIsNamed() throws Exception {
        String extra = Api.object("currentPlainPassword", password, "extra", "x");
        Answer answer = api.http().bearer(token).post(Api.PASSWORD, extra);
        Errors.assertRule(answer, "", "validation.extraFields");
        assertThat(answer.json().at("/errors/errors/0/parameters/fields").toString())
                .contains("extra");
    }

    @Test
    void aChangedPasswordEndsTheOtherSessions() throws Exception {
        Answer other = api.session(user, password);
        assertEmpty(api.http().bearer(token).post(Api.PASSWORD, change(password, "the new one", "the new one")));
        assertThat(api.login(user, password).status()).isEqualTo(401);
        api.session(user, "the new one");
        Errors.assertPlain(api.roles(other.text("token")), 401);
        Errors.assertPlain(api.refresh(other.text("refreshToken")), 401);
        assertThat(api.refresh(session.text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void onlyTheAuthorizationHeaderAuthenticates() throws Exception {
        Errors.assertPlain(api.http().get(Api.ROLES), 401);
        Errors.assertPlain(api.http().get(Api.ROLES + "?bearer=" + token + "&access_token=" + token), 401);
        Errors.assertPlain(
                api.http()
                        .with("Cookie", "BEARER=" + token + "; token=" + token)
                        .get(Api.ROLES),
                401);
        Errors.assertPlain(api.http().with("Authorization", "Basic " + token).get(Api.ROLES), 401);
        Errors.assertPlain(api.http().with("Authorization", token).get(Api.ROLES), 401);
    }

    @Test
    void anAlteredTokenIsRefused() throws Exception {
        String[] parts = token.split("\\.");
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String unsigned = base64.encodeToString("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (String altered : new String[] {
            unsigned + "." + parts[1] + ".",
            parts[0] + "." + parts[1] + ".",
            parts[0] + "." + parts[1] + "." + base64.encodeToString(new byte[256]),
            parts[0] + "." + parts[1],
            "x".repeat(10_000)
        }) {
            Errors.assertPlain(api.roles(altered), 401);
        }
    }

    @Test
    void everybodyMayReadTheConfiguration() throws Exception {
        Answer answer = api.http().get(Api.CONFIGURATION);
        assertThat(answer.status()).isEqualTo(200);
        Map<String, JsonNodeType> expected = Map.ofEntries(
                Map.entry("maintenanceMode", JsonNodeType.BOOLEAN),
                Map.entry("configGeneratorPhp", JsonNodeType.BOOLEAN),
                Map.entry("configGeneratorTwig", JsonNodeType.BOOLEAN),
                Map.entry("isScepAvailable", JsonNodeType.BOOLEAN),
                Map.entry("isVpnAvailable", JsonNodeType.BOOLEAN),
                Map.entry("isTotpEnabled", JsonNodeType.BOOLEAN),
                Map.entry("isTotpSecretGenerated", JsonNodeType.BOOLEAN),
                Map.entry("isRadiusEnabled", JsonNodeType.BOOLEAN),
                Map.entry("disableAdminRestApiDocumentation", JsonNodeType.BOOLEAN),
                Map.entry("disableSmartemsRestApiDocumentation", JsonNodeType.BOOLEAN),
                Map.entry("disableVpnSecuritySuiteRestApiDocumentation", JsonNodeType.BOOLEAN),
                Map.entry("passwordMinimumLength", JsonNodeType.NUMBER),
                Map.entry("passwordBlockReuseOldPasswordCount", JsonNodeType.NUMBER),
                Map.entry("passwordDigitRequired", JsonNodeType.BOOLEAN),
                Map.entry("passwordBigSmallCharRequired", JsonNodeType.BOOLEAN),
                Map.entry("passwordSpecialCharRequired", JsonNodeType.BOOLEAN),
                Map.entry("singleSignOn", JsonNodeType.STRING));
        expected.forEach((member, type) ->
                assertThat(answer.json().path(member).getNodeType()).as(member).isEqualTo(type));
        assertThat(answer.json().get("passwordMinimumLength").intValue()).isEqualTo(8);
        assertThat(answer.text("singleSignOn")).isEqualTo("disabled");
    }

    private static String change(String current, String next, String repeat) {
        return Api.object("currentPlainPassword", current, "newPlainPassword", next, "newPlainPasswordRepeat", repeat);
    }

    private void assertEnded(String refreshToken) throws Exception {
        Errors.assertPlain(api.roles(token), 401);
        Errors.assertPlain(api.refresh(refreshToken), 401);
    }

    private static void assertEmpty(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }
}
