// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import org.junit.jupiter.api.Test;

class AuthorizationTest {

    /** Of another program, which answers the RFC's own GET as the RFC does. */
    private static final String RESPONSE = "440c5a7b9ed304fecd2ddd39c9c7b726";

    /** The example of RFC 2617, section 3.5, as a POST. */
    @Test
    void answersAChallenge() throws ProtocolException {
        Authorization.Digest digest = new Authorization.Digest(
                "Mufasa",
                "Circle Of Life",
                "Digest realm=\"testrealm@host.com\", qop=\"auth\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"");
        assertThat(digest.value("/dir/index.html", "00000001", "0a4f113b"))
                .contains("username=\"Mufasa\"", "nc=00000001", "response=\"" + RESPONSE + "\"");
        assertThatThrownBy(() -> new Authorization.Digest("u", "p", "Basic realm=\"x\""))
                .isInstanceOf(ProtocolException.class);
    }
}
