// SPDX-License-Identifier: Apache-2.0
package org.smartems.authenticator.digest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.smartems.spi.authentication.DeviceAuthenticator;
import org.smartems.spi.authentication.Verdict;
import org.smartems.testing.contract.DeviceAuthenticatorContract;
import org.smartems.testing.contract.FakeAuthenticationRequest;

class DigestAuthenticatorTest implements DeviceAuthenticatorContract {

    private final MovableClock clock = new MovableClock();
    private final DigestAuthenticator authenticator = new DigestAuthenticator(clock, 1000);

    @Override
    public DeviceAuthenticator authenticator() {
        return authenticator;
    }

    @Override
    public void prove(FakeAuthenticationRequest request, String username, String password) {
        client(username, password).sign(request, nonce());
    }

    @Test
    void asksInTheWordsThatDevicesKnow() {
        assertThat(authenticator.challenge(FakeAuthenticationRequest.of()))
                .matches("Digest realm=\"Router Area\", qop=\"auth\", nonce=\"[A-Za-z0-9+/]{48}\"");
    }

    @Test
    void neverGivesOneNonceTwice() {
        assertThat(nonce()).isNotEqualTo(nonce());
    }

    @Test
    void takesANonceAsOftenAsTheCountGrows() {
        DigestClient client = client("device", "secret");
        String nonce = nonce();
        for (int i = 0; i < 3; i++) {
            assertThat(judge(client, nonce).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
        }
    }

    @Test
    void asksAgainWhenACountIsReplayed() {
        FakeAuthenticationRequest request = request();
        client("device", "secret").sign(request, nonce());
        assertThat(authenticator.authenticate(request).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
        assertStale(authenticator.authenticate(request));
    }

    @Test
    void doesNotCountWhatWasNotProved() {
        String nonce = nonce();
        assertThat(judge(client("device", "wrong"), nonce).kind()).isEqualTo(Verdict.Kind.REFUSED);
        assertThat(judge(client("device", "secret"), nonce).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
    }

    @Test
    void takesTheOldestFormWithoutACount() {
        DigestClient client = client("device", "secret").withoutQuality();
        String nonce = nonce();
        assertThat(judge(client, nonce).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
        assertThat(judge(client, nonce).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
        clock.advance(Nonces.LIFETIME.toMillis());
        assertStale(judge(client, nonce));
    }

    @Test
    void asksAgainWhenTheNonceHasExpired() {
        DigestClient client = client("device", "secret");
        String nonce = nonce();
        clock.advance(Nonces.LIFETIME.toMillis() - 1);
        assertThat(judge(client, nonce).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
        clock.advance(1);
        assertStale(judge(client, nonce));
        assertThat(judge(client, nonce()).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
    }

    @Test
    void asksAgainWhenTheNonceIsNotOurs() {
        String nonce = nonce();
        byte[] changed = Base64.getDecoder().decode(nonce);
        changed[0]++;
        String later = Base64.getEncoder().encodeToString(changed);
        for (String foreign : new String[] {later, nonce.substring(4), "MTIzNDU2Nzg5MDo5OTk=", "", "???"}) {
            assertStale(judge(client("device", "secret"), foreign));
            assertStale(judge(client("device", "wrong"), foreign));
        }
        FakeAuthenticationRequest elsewhere = request().in("another system");
        client("device", "secret").sign(elsewhere, nonce);
        assertStale(authenticator.authenticate(elsewhere));
    }

    @Test
    void takesTheNonceOfAnotherNode() {
        DigestAuthenticator other = new DigestAuthenticator(clock, 1000);
        String nonce = DigestClient.nonce(other.challenge(request()));
        assertThat(judge(client("device", "secret"), nonce).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
    }

    @Test
    void cannotReadCredentialsForAnotherAddress() {
        FakeAuthenticationRequest request = request();
        client("device", "secret").sign(request, nonce());
        request.calling("POST", "/device/other");
        assertThat(authenticator.authenticate(request).kind()).isEqualTo(Verdict.Kind.MALFORMED);
    }

    @Test
    void refusesCredentialsForAnotherMethod() {
        FakeAuthenticationRequest request = request();
        client("device", "secret").sign(request, nonce());
        request.calling("GET", request.target());
        assertThat(authenticator.authenticate(request).kind()).isEqualTo(Verdict.Kind.REFUSED);
    }

    @Test
    void takesTheAbsoluteFormOfTheAddress() {
        FakeAuthenticationRequest request = request().calling("POST", "https://ems.example.org:18443/device/config");
        client("device", "secret").at("/device/config").sign(request, nonce());
        assertThat(authenticator.authenticate(request).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
    }

    @Test
    void cannotReadCredentialsForAnotherRealm() {
        FakeAuthenticationRequest request = request();
        client("device", "secret").in("Secured device Area").sign(request, nonce());
        assertThat(authenticator.authenticate(request).kind()).isEqualTo(Verdict.Kind.MALFORMED);
    }

    private Verdict judge(DigestClient client, String nonce) {
        FakeAuthenticationRequest request = request();
        client.sign(request, nonce);
        return authenticator.authenticate(request);
    }

    private static void assertStale(Verdict verdict) {
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.CHALLENGED);
        assertThat(verdict.challenge()).startsWith("Digest ").endsWith(", stale=\"true\"");
    }

    private String nonce() {
        return DigestClient.nonce(authenticator.challenge(request()));
    }

    private static DigestClient client(String username, String password) {
        return new DigestClient(username, password);
    }

    private static FakeAuthenticationRequest request() {
        return FakeAuthenticationRequest.of().knowing("device", "secret");
    }
}
