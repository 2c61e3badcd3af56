// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.smartems.spi.authentication.Verdict.Kind;

class VerdictTest {

    @Test
    void saysNothingOfARequestThatIsNotMine() {
        Verdict verdict = Verdict.notMine();
        assertThat(verdict.kind()).isEqualTo(Kind.NOT_MINE);
        assertNothingBut(verdict, "", "", "");
    }

    @Test
    void namesWhoseCredentialsWereRight() {
        DeviceCredential credential = new Credential("router");
        Verdict verdict = Verdict.accepted(credential);
        assertThat(verdict.kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(verdict.credential()).containsSame(credential);
        assertThat(verdict.username()).isEqualTo("router");
        assertThat(verdict.challenge()).isEmpty();
    }

    @Test
    void asksWhoWasRefusedAgain() {
        Verdict verdict = Verdict.refused("eve", "Basic realm=\"a\"");
        assertThat(verdict.kind()).isEqualTo(Kind.REFUSED);
        assertNothingBut(verdict, "eve", "Basic realm=\"a\"", "");
    }

    @Test
    void asksForNewerCredentialsOfNobodyInParticular() {
        Verdict verdict = Verdict.challenged("Digest stale=true");
        assertThat(verdict.kind()).isEqualTo(Kind.CHALLENGED);
        assertNothingBut(verdict, "", "Digest stale=true", "");
    }

    @Test
    void keepsTheReasonOfMalformedCredentialsFromTheDevice() {
        Verdict verdict = Verdict.malformed("no nonce");
        assertThat(verdict.kind()).isEqualTo(Kind.MALFORMED);
        assertNothingBut(verdict, "", "", "no nonce");
    }

    private static void assertNothingBut(Verdict verdict, String username, String challenge, String reason) {
        assertThat(verdict.credential()).isEmpty();
        assertThat(verdict.username()).isEqualTo(username);
        assertThat(verdict.challenge()).isEqualTo(challenge);
        assertThat(verdict.reason()).isEqualTo(reason);
    }

    private record Credential(String username) implements DeviceCredential {

        @Override
        public String password() {
            return "secret";
        }

        @Override
        public boolean matches(String password) {
            return password.equals("secret");
        }
    }
}
