// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smartems.device.endpoint.internal.EndpointServer.AUTHORIZED;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.checkin.CredentialRefused;
import org.smartems.fleet.checkin.FailedLogin;
import org.smartems.spi.authentication.AuthenticationRequest;
import org.smartems.spi.authentication.DeviceAuthenticator;
import org.smartems.spi.authentication.DeviceCredential;
import org.smartems.spi.authentication.Verdict;
import org.smartems.testing.RawClient;

class AuthenticationTest extends EndpointTestBase {

    private static final String CHALLENGE = "Basic realm=\"Secured device Area\", charset=\"UTF-8\"";

    @Test
    void challengesWithoutCallingItAFailure() throws Exception {
        RawClient.Answer answer = server.post("/closed/config", "x=y");
        assertRefused(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(CHALLENGE);
        assertThat(server.checkIns.failures).isEmpty();
    }

    @Test
    void answersOnlyAfterTheBodySoThatTheDeviceSeesIt() throws Exception {
        try (Socket socket = server.client().open()) {
            RawClient.write(socket, RawClient.head("POST", "/closed/config", "Content-Length: 300000"));
            RawClient.write(socket, "x".repeat(300_000));
            assertRefused(RawClient.read(socket), 401);
        }
    }

    @Test
    void doesNotAskForTheBodyOfARefusedRequest() throws Exception {
        try (Socket socket = server.client().open()) {
            RawClient.write(
                    socket, RawClient.head("POST", "/closed/config", "Content-Length: 300000", "Expect: 100-continue"));
            assertRefused(RawClient.read(socket), 401);
        }
    }

    @Test
    void letsTheRightCredentialPass() throws Exception {
        assertThat(server.post("/closed/config", "", AUTHORIZED).status()).isEqualTo(200);
    }

    @Test
    void logsFailuresWithWhatWasTried() throws Exception {
        RawClient.Answer answer = server.post("/closed/config?secret=x", "", basic("nobody", "wrong"));
        assertRefused(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(CHALLENGE);
        assertThat(server.checkIns.failures)
                .containsExactly(new FailedLogin("127.0.0.1", "/closed/config", "nobody", 2, "basic"));
        server.post("/closed/config", "", basic("x".repeat(300), "wrong"));
        assertThat(server.checkIns.failures.get(1).username()).hasSize(255);
    }

    @Test
    void refusesCredentialsThatAreNotForTheType() throws Exception {
        server.catalogue
                .with(new Credential(20, "disabled", "secret", false, Set.of(2L)))
                .with(new Credential(21, "other", "secret", true, Set.of(1L)));
        assertRefused(server.post("/closed/config", "", basic("disabled", "secret")), 401);
        assertRefused(server.post("/closed/config", "", basic("other", "secret")), 401);
        assertThat(server.checkIns.failures).hasSize(2);
    }

    @Test
    void answersWhatCannotBeReadWith400() throws Exception {
        assertRefused(server.post("/closed/config", "", "Authorization: Basic ???"), 400);
        assertThat(server.checkIns.failures).isEmpty();
    }

    @Test
    void throttlesFailuresAndNobodyElse() throws Exception {
        server.catalogue.with(new Credential(23, "guessed", "right", true, Set.of(2L)));
        for (int i = 0; i < 20; i++) {
            assertRefused(server.post("/closed/config", "", basic("guessed", "guess" + i)), 401);
        }
        RawClient.Answer throttled = server.post("/closed/config", "", basic("guessed", "guess"));
        assertRefused(throttled, 429);
        assertThat(Integer.parseInt(throttled.header("Retry-After"))).isBetween(1, 61);
        assertThat(server.checkIns.failures).hasSize(20);
        assertThat(server.post("/closed/config", "", basic("guessed", "right")).status())
                .isEqualTo(200);
        assertRefused(server.post("/closed/config", "", basic("another", "guess")), 401);
        assertRefused(server.post("/closed/config", ""), 401);
    }

    @Test
    void looksForANewerCredentialBeforeItRefuses() throws Exception {
        String authorized = basic("new", "fresh");
        server.catalogue.storeElsewhere(new Credential(22, "new", "fresh", true, Set.of(2L)));
        org.smartems.testing.Eventually.until("the next look is due", () -> status(authorized) == 200);
        assertThat(server.catalogue.looks.get()).isPositive();
    }

    @Test
    void tellsADeviceWhoseCredentialDoesNotHold() throws Exception {
        server.checkIns.before = contact -> {
            throw new CredentialRefused("bound to another one");
        };
        RawClient.Answer answer = server.post("/closed/config", "", AUTHORIZED);
        assertRefused(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(CHALLENGE);
        assertThat(server.checkIns.failures)
                .containsExactly(new FailedLogin("127.0.0.1", "/closed/config", "device", 2, "basic"));
    }

    @Test
    void survivesAnAuthenticatorThatDoesNot() throws Exception {
        server.catalogue.with(FakeCatalogue.type(30, "test", "/strange", "strange"));
        DeviceAuthenticator failing = authenticator(request -> {
            throw new IllegalStateException("secret");
        });
        DeviceAuthenticator silent = authenticator(request -> null);
        DeviceAuthenticator inventive = authenticator(request -> Verdict.accepted(new Invented()));
        for (DeviceAuthenticator strange : new DeviceAuthenticator[] {failing, silent, inventive}) {
            server.plugIns.addAuthenticator(strange);
            assertRefused(server.post("/strange/config", ""), 500);
            server.plugIns.removeAuthenticator(strange);
        }
        assertThat(server.checkIns.stored).isEmpty();
    }

    @Test
    void answersForAnAuthenticatorThatIsStuck() throws Exception {
        server.catalogue.with(FakeCatalogue.type(31, "test", "/stuck", "strange"));
        DeviceAuthenticator stuck = authenticator(request -> {
            try {
                Thread.currentThread().join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Verdict.notMine();
        });
        server.plugIns.addAuthenticator(stuck);
        assertAway(server.post("/stuck/config", "x=y"));
        server.plugIns.removeAuthenticator(stuck);
    }

    private static int status(String authorization) {
        try {
            return server.post("/closed/config", "", authorization).status();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String basic(String username, String password) {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static DeviceAuthenticator authenticator(
            java.util.function.Function<AuthenticationRequest, Verdict> judging) {
        return new DeviceAuthenticator() {
            @Override
            public String method() {
                return "strange";
            }

            @Override
            public Verdict authenticate(AuthenticationRequest request) {
                return judging.apply(request);
            }

            @Override
            public String challenge(AuthenticationRequest request) {
                return "";
            }
        };
    }

    private record Invented() implements DeviceCredential {

        @Override
        public String username() {
            return "device";
        }

        @Override
        public String password() {
            return "";
        }

        @Override
        public boolean matches(String given) {
            return true;
        }
    }
}
