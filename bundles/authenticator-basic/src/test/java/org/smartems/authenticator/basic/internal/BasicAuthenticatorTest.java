// SPDX-License-Identifier: Apache-2.0
package org.smartems.authenticator.basic.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.spi.authentication.DeviceAuthenticator;
import org.smartems.spi.authentication.Verdict;
import org.smartems.testing.contract.DeviceAuthenticatorContract;
import org.smartems.testing.contract.FakeAuthenticationRequest;

class BasicAuthenticatorTest implements DeviceAuthenticatorContract {

    private final BasicAuthenticator authenticator = new BasicAuthenticator();

    @Override
    public DeviceAuthenticator authenticator() {
        return authenticator;
    }

    @Override
    public void prove(FakeAuthenticationRequest request, String username, String password) {
        request.header("Authorization", "Basic " + encoded(username + ":" + password, StandardCharsets.UTF_8));
    }

    @Test
    void namesTheRealmThatDevicesKnow() {
        assertThat(authenticator.challenge(FakeAuthenticationRequest.of()))
                .isEqualTo("Basic realm=\"Secured device Area\", charset=\"UTF-8\"");
    }

    /** The examples of RFC 7617, sections 2 and 2.1. */
    @Test
    void readsTheExamplesOfTheStandard() {
        assertThat(kind("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Aladdin", "open sesame"))
                .isEqualTo(Verdict.Kind.ACCEPTED);
        assertThat(kind("Basic dGVzdDoxMjPCow==", "test", "123\u00a3")).isEqualTo(Verdict.Kind.ACCEPTED);
    }

    @Test
    void readsLatinOfOlderClients() {
        assertThat(kind("Basic " + encoded("test:123\u00a3", StandardCharsets.ISO_8859_1), "test", "123\u00a3"))
                .isEqualTo(Verdict.Kind.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
                "BASIC  QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
                "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ"
            })
    void isGenerousWithTheFormOfTheHeader(String header) {
        assertThat(kind(header, "Aladdin", "open sesame")).isEqualTo(Verdict.Kind.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic", "Basic ", "Basic ???", "Basic QWxhZGRpbg==", "Basic QQA6Qg==", "Basic QWxh ZGRpbjp4"})
    void cannotReadWhatIsNoPair(String header) {
        assertThat(kind(header, "Aladdin", "x")).isEqualTo(Verdict.Kind.MALFORMED);
    }

    @Test
    void doesNotTakeALongerNameForItsOwn() {
        assertThat(kind("Basics QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Aladdin", "open sesame"))
                .isEqualTo(Verdict.Kind.NOT_MINE);
    }

    private Verdict.Kind kind(String header, String username, String password) {
        return authenticator
                .authenticate(FakeAuthenticationRequest.of()
                        .knowing(username, password)
                        .header("Authorization", header))
                .kind();
    }

    private static String encoded(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }
}
