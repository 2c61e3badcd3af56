// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smartems.spi.authentication.DeviceAuthenticator;
import org.smartems.spi.authentication.DeviceCredential;
import org.smartems.spi.authentication.Verdict;

/** What every {@link DeviceAuthenticator} must fulfil that judges a user name and a password. */
public interface DeviceAuthenticatorContract {

    /**
     * The authenticator under test.
     *
     * @return a new one or always the same
     */
    DeviceAuthenticator authenticator();

    /**
     * Adds credentials to a request, as an honest device does that was just challenged.
     *
     * @param request without credentials
     * @param username to send
     * @param password to prove
     */
    void prove(FakeAuthenticationRequest request, String username, String password);

    /** What device types are stored with is stable. */
    @Test
    default void hasAStableMethod() {
        assertThat(authenticator().method())
                .matches("[a-z][a-zA-Z0-9]{0,63}")
                .isNotEqualTo("none")
                .isEqualTo(authenticator().method());
    }

    /** A device that sends nothing is told what to send, in one line. */
    @Test
    default void challengesARequestWithoutCredentials() {
        FakeAuthenticationRequest request = request();
        assertThat(authenticator().authenticate(request).kind()).isEqualTo(Verdict.Kind.NOT_MINE);
        assertThat(authenticator().challenge(request)).matches("[A-Za-z0-9-]+ [\\x20-\\x7e]+");
    }

    /** Other ways are not its business. */
    @Test
    default void leavesOtherSchemesAlone() {
        for (String header : List.of("Bearer abc", "Negotiate abc", "Unknown", "Unknown x=\"y\"")) {
            assertThat(verdict(header).kind()).as(header).isEqualTo(Verdict.Kind.NOT_MINE);
        }
    }

    /** The right password opens, and says whose it is. */
    @Test
    default void acceptsTheRightPassword() {
        for (String password : List.of("secret", "p:a:s s", "", "p\u00e4ss\u20ac", "\"quoted\\\"")) {
            FakeAuthenticationRequest request = request().knowing("device", password);
            prove(request, "device", password);
            Verdict verdict = authenticator().authenticate(request);
            assertThat(verdict.kind()).as(password).isEqualTo(Verdict.Kind.ACCEPTED);
            assertThat(verdict.credential().map(DeviceCredential::username)).contains("device");
        }
    }

    /** A wrong password and an unknown user are refused alike, and may try again. */
    @Test
    default void refusesWrongAndUnknownAlike() {
        FakeAuthenticationRequest wrong = request();
        prove(wrong, "device", "Secret");
        FakeAuthenticationRequest unknown = request();
        prove(unknown, "nobody", "secret");
        assertRefused(authenticator().authenticate(wrong), "device");
        assertRefused(authenticator().authenticate(unknown), "nobody");
    }

    /** The password of one opens nothing for another. */
    @Test
    default void refusesThePasswordOfAnother() {
        FakeAuthenticationRequest request = request().knowing("other", "of the other");
        prove(request, "device", "of the other");
        assertRefused(authenticator().authenticate(request), "device");
    }

    /** Names are compared to the letter. */
    @Test
    default void takesNamesToTheLetter() {
        for (String username : List.of("Device", "device ", " device", "devic\u00e9", "")) {
            FakeAuthenticationRequest request = request();
            prove(request, username, "secret");
            assertThat(authenticator().authenticate(request).kind())
                    .as(username)
                    .isIn(Verdict.Kind.REFUSED, Verdict.Kind.MALFORMED);
        }
    }

    /** Whatever the header says, there is a verdict, and it opens nothing. */
    @Test
    default void judgesHostileHeaders() {
        FakeAuthenticationRequest honest = request();
        prove(honest, "device", "secret");
        String header = honest.header("Authorization").orElse("");
        String scheme = header.split(" ")[0];
        for (String rest :
                List.of("", " ", "  ,", " =", " x", " \"", " a=\"\\", " \u0000", " \u00ff\u00fe", " %00=:")) {
            assertOpensNothing(scheme + rest);
        }
        assertOpensNothing(scheme + " " + "x".repeat(16_000));
        assertOpensNothing(scheme + " " + "x=\"".repeat(5_000));
        assertOpensNothing(scheme + " " + ",".repeat(16_000));
        IntStream.range(scheme.length(), header.length() / 2)
                .forEach(end -> assertOpensNothing(header.substring(0, end)));
    }

    /** One instance serves many threads. */
    @Test
    default void servesManyThreads() {
        DeviceAuthenticator shared = authenticator();
        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> {
                    FakeAuthenticationRequest request = request();
                    prove(request, "device", i % 2 == 0 ? "secret" : "wrong");
                    return shared.authenticate(request).kind() == Verdict.Kind.ACCEPTED == (i % 2 == 0);
                }))
                .containsOnly(true);
    }

    private void assertOpensNothing(String header) {
        Verdict verdict = verdict(header);
        assertThat(verdict).as(header).isNotNull();
        assertThat(verdict.kind()).as(header).isNotEqualTo(Verdict.Kind.ACCEPTED);
        assertThat(verdict.reason()).as(header).doesNotContain("\n", "\r");
        assertThat(verdict.challenge()).as(header).doesNotContain("\n", "\r");
    }

    private Verdict verdict(String header) {
        return authenticator().authenticate(request().header("Authorization", header));
    }

    private static void assertRefused(Verdict verdict, String username) {
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.REFUSED);
        assertThat(verdict.username()).isEqualTo(username);
        assertThat(verdict.credential()).isEmpty();
        assertThat(verdict.challenge()).isNotEmpty();
    }

    private static FakeAuthenticationRequest request() {
        return FakeAuthenticationRequest.of().knowing("device", "secret");
    }
}
