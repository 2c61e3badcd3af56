// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smartems.simulator.Credentials;

class ChallengesTest {

    @Test
    void findsASchemeAmongOthersInOneHeader() {
        List<String> headers = List.of(
                "Negotiate",
                "Basic realm=\"a, Digest \\\"b\\\"\", charset=\"UTF-8\", digest Realm=\"c\",nonce = \"d==\" ,"
                        + " qop=\"auth,auth-int\", stale=TRUE, Bearer realm=\"e\"");

        assertThat(Challenges.find("Digest", headers))
                .contains(Map.of("realm", "c", "nonce", "d==", "qop", "auth,auth-int", "stale", "TRUE"));
        assertThat(Challenges.find("Basic", headers)).contains(Map.of("realm", "a, Digest \"b\"", "charset", "UTF-8"));
        assertThat(Challenges.find("Other", headers)).isEmpty();
    }

    @Test
    void computesTheExampleOfRfc2069() throws IOException {
        Authorizer authorizer = Authorizer.of(Credentials.Scheme.DIGEST_RFC2069);
        authorizer.challenged(List.of("Digest realm=\"testrealm@host.com\","
                + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""));

        // the value of the RFC itself is wrong, this is the one of its erratum 749
        assertThat(authorizer.authorization("GET", "/dir/index.html", Credentials.digest("Mufasa", "CircleOfLife")))
                .hasValueSatisfying(header -> assertThat(header)
                        .contains("response=\"1949323746fe6a43ef61f9606e7febea\"")
                        .contains("opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""));
    }

    @Test
    void refusesAChallengeThatItCannotAnswer() {
        assertThatThrownBy(() -> challenge("Digest realm=\"r\"")).hasMessageContaining("nonce");
        assertThatThrownBy(() -> challenge("Digest realm=\"r\", nonce=\"n\", algorithm=SHA-256"))
                .hasMessageContaining("SHA-256");
        assertThatThrownBy(() -> challenge("Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\""))
                .hasMessageContaining("auth-int");
    }

    @Test
    void asksAgainOnlyForTheFirstChallengeAndAStaleNonce() throws IOException {
        Authorizer authorizer = Authorizer.of(Credentials.Scheme.DIGEST);

        assertThat(authorizer.ready()).isFalse();
        assertThat(authorizer.challenged(List.of("Basic realm=\"r\""))).isFalse();
        assertThat(authorizer.challenged(List.of("Digest realm=\"r\", nonce=\"n\"")))
                .isTrue();
        assertThat(authorizer.ready()).isTrue();
        assertThat(authorizer.challenged(List.of("Digest realm=\"r\", nonce=\"m\"")))
                .isFalse();
        assertThat(authorizer.challenged(List.of("Digest realm=\"r\", nonce=\"o\", stale=true")))
                .isTrue();
    }

    private static void challenge(String header) throws IOException {
        Authorizer.of(Credentials.Scheme.DIGEST).challenged(List.of(header));
    }
}
