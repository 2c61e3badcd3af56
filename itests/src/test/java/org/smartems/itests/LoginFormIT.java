// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong about the request itself, before any name or password is looked at. */
@ExtendWith(SharedServer.class)
class LoginFormIT {

    private static final String CREDENTIALS = Api.object("username", "nobody", "password", "nothing");

    private Http http;

    @BeforeEach
    void connect(Server shared) {
        http = Api.of(shared).elsewhere().http();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\":\"admin\",",
                "no json",
                "[]",
                "\"admin\"",
                "",
                "{}",
                "{\"username\":\"admin\"}",
                "{\"password\":\"x\"}",
                "{\"username\":null,\"password\":\"x\"}",
                "{\"username\":1,\"password\":\"x\"}",
                "{\"username\":\"\",\"password\":\"x\"}",
                "{\"username\":\"a\",\"username\":\"b\",\"password\":\"x\"}",
                "{\"username\":\"a\",\"password\":\"x\"} {}"
            })
    void aBodyThatIsNoLoginIsRefused(String body) throws Exception {
        Errors.assertPlain(http.post(Api.LOGIN, body), 400);
    }

    @Test
    void anExtraMemberIsIgnored() throws Exception {
        String extra = Api.object("username", "nobody", "password", "nothing", "rememberMe", "yes");
        Errors.assertPlain(http.post(Api.LOGIN, extra), 401, "Invalid credentials.");
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        Http form = http.with("Content-Type", "application/x-www-form-urlencoded");
        Errors.assertPlain(form.send("POST", Api.LOGIN, "username=a&password=b"), 415);
        Errors.assertPlain(http.with("Content-Type", "text/plain").send("POST", Api.LOGIN, CREDENTIALS), 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void anotherMethodIsRefused(String method) throws Exception {
        Answer answer = http.send(method, Api.LOGIN, method.equals("GET") ? null : "");
        Errors.assertPlain(answer, 405);
        assertThat(answer.header("Allow")).contains("POST");
    }

    @Test
    void headIsRefusedWithoutABody() throws Exception {
        Answer answer = http.send("HEAD", Api.LOGIN, null);
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedUnread() throws Exception {
        Http json = http.with("Content-Type", "application/json");
        Errors.assertPlain(json.with("Content-Length", "17825792").send("POST", Api.LOGIN, null), 413);
        Errors.assertPlain(http.post(Api.LOGIN, Api.object("username", "x".repeat(100_000), "password", "y")), 413);
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        String deep = "{\"username\":" + "[".repeat(100) + "]".repeat(100) + ",\"password\":\"x\"}";
        Errors.assertPlain(http.post(Api.LOGIN, deep), 400);
        String bottomless = "{\"username\":" + "[".repeat(50_000);
        Errors.assertPlain(http.post(Api.LOGIN, bottomless), 400);
    }

    @Test
    void anUnknownRouteIsNotFound() throws Exception {
        Errors.assertPlain(http.get("/web/api/no/such/route"), 404);
        Errors.assertPlain(http.post("/web/api/authentication/login_checks", CREDENTIALS), 404);
    }
}
