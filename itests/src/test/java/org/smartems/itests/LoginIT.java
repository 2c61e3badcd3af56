// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class LoginIT {

    private static final String RFC_3339 = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00";

    private Server server;
    private Database database;
    private Api api;
    private String password;

    @BeforeEach
    void connect(Server shared) throws Exception {
        server = shared;
        database = Database.embeddedIn(shared);
        api = Api.of(shared).elsewhere();
        password = shared.password();
    }

    @Test
    void theFirstLoginAnswersEveryMemberButTheLastLogin() throws Exception {
        String user = database.newUser();
        Answer answer = api.session(user, password);
        JsonNode json = answer.json();
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "token",
                        "refreshToken",
                        "refreshTokenExpiration",
                        "accessTokenTtl",
                        "sessionTimeout",
                        "username",
                        "representation",
                        "roles");
        assertThat(answer.text("token")).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(answer.text("refreshToken")).isNotBlank();
        assertThat(json.get("refreshTokenExpiration").isIntegralNumber()).isTrue();
        assertThat(json.get("refreshTokenExpiration").longValue()).isGreaterThan(1_700_000_000L);
        assertThat(json.get("accessTokenTtl").isInt()).isTrue();
        assertThat(json.get("sessionTimeout").isInt()).isTrue();
        assertThat(answer.text("username")).isEqualTo(user);
        assertThat(answer.text("representation")).isEqualTo(user);
        assertThat(json.get("roles"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrder("ROLE_USER", "ROLE_ADMIN");
    }

    @Test
    void theSecondLoginTellsWhenTheFirstOneWas() throws Exception {
        String user = database.newUser();
        api.session(user, password);
        assertThat(api.session(user, password).text("lastLoginAt")).matches(RFC_3339);
    }

    @Test
    void theFirstAdministratorNeedNotChangeThePassword() throws Exception {
        assertThat(api.session("admin", password).json().get("roles"))
                .extracting(JsonNode::textValue)
                .contains("ROLE_ADMIN")
                .doesNotContain("ROLE_CHANGEPASSWORDREQUIRED");
    }

    @Test
    void anUnknownNameCannotBeToldFromAWrongPassword() throws Exception {
        Answer wrong = api.login(database.newUser(), "wrong password");
        Answer unknown = api.login("nobody-has-this-name", "wrong password");
        Errors.assertPlain(wrong, 401, "Invalid credentials.");
        Errors.assertPlain(unknown, 401, "Invalid credentials.");
        assertThat(unknown.headers().keySet()).isEqualTo(wrong.headers().keySet());
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void aDisabledUserIsToldSoOnlyWithTheRightPassword() throws Exception {
        String user = database.newUser();
        database.update("update platform_user set enabled = false where username = ?", user);
        Errors.assertPlain(api.login(user, password), 401, "accountDisabled");
        Errors.assertPlain(api.login(user, "wrong password"), 401, "Invalid credentials.");
    }

    @Test
    void disablingAUserEndsHisToken() throws Exception {
        String user = database.newUser();
        String token = api.session(user, password).text("token");
        assertThat(api.roles(token).status()).isEqualTo(200);
        database.update("update platform_user set enabled = false where username = ?", user);
        Errors.assertPlain(api.roles(token), 401);
    }

    @Test
    void threeFailuresLockAndTheShellUnlocks() throws Exception {
        String user = database.newUser();
        for (int failure = 0; failure < 3; failure++) {
            Errors.assertPlain(api.login(user, "wrong password"), 401, "Invalid credentials.");
        }
        Errors.assertPlain(api.login(user, password), 401, "accountDisabledTooManyFailedLoginAttempts");
        Command unlock = server.shell("smartems:user-unlock", user).requireSuccess();
        assertThat(unlock.output()).contains("User " + user + " may log in again.");
        api.session(user, password);
    }

    @Test
    void anAddressWithTooManyFailuresIsSlowedDownAndOthersAreNot() throws Exception {
        for (int failure = 0; failure < 10; failure++) {
            assertThat(api.login("nobody-" + failure, "wrong password").status())
                    .isEqualTo(401);
        }
        String user = database.newUser();
        Answer slowed = api.login(user, password);
        Errors.assertPlain(slowed, 429);
        assertThat(slowed.header("Retry-After")).matches("\\d+");
        api.elsewhere().session(user, password);
    }

    @Test
    void anExpiredPasswordMustBeChangedBeforeAnythingElse() throws Exception {
        String user = database.newUser();
        database.update("update platform_user set password_changed_at = null where username = ?", user);
        database.update("update platform_user set disable_password_expire = true where username = 'admin'");
        database.update("update platform_configuration set password_expire_days = 1");
        try {
            Answer session = sessionWithDuePassword(user);
            Answer refreshed = api.refresh(session.text("refreshToken"));
            assertThat(refreshed.json().get("roles"))
                    .extracting(JsonNode::textValue)
                    .contains("ROLE_CHANGEPASSWORDREQUIRED")
                    .doesNotContain("ROLE_ADMIN");
            changeDuePassword(refreshed.text("token"));
        } finally {
            database.update("update platform_configuration set password_expire_days = 0");
        }
    }

    /** What another than the server changed in its configuration it sees within a second. */
    private Answer sessionWithDuePassword(String user) throws Exception {
        Answer[] session = new Answer[1];
        Await.until(() -> "the password is due: " + session[0], () -> {
            session[0] = api.session(user, password);
            return session[0].json().get("roles").toString().contains("ROLE_CHANGEPASSWORDREQUIRED");
        });
        assertThat(session[0].json().get("roles"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrder("ROLE_USER", "ROLE_CHANGEPASSWORDREQUIRED");
        return session[0];
    }

    private void changeDuePassword(String token) throws Exception {
        Http due = api.http().bearer(token);
        Errors.assertPlain(due.post(Api.PASSWORD, "{}"), 403, "accessDenied");
        Errors.assertRule(due.post(Api.REQUIRED_PASSWORD, "{}"), "newPlainPassword", "validation.required");
        String chosen = Api.object("newPlainPassword", "a new one", "newPlainPasswordRepeat", "a new one");
        Answer changed = due.post(Api.REQUIRED_PASSWORD, chosen);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().get("roles"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrder("ROLE_USER", "ROLE_ADMIN");
        assertThat(api.roles(changed.text("token")).status()).isEqualTo(200);
    }
}
