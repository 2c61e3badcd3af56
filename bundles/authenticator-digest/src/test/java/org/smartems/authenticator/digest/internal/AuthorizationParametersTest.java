// SPDX-License-Identifier: Apache-2.0
package org.smartems.authenticator.digest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationParametersTest {

    @Test
    void readsTokensAndQuotedStrings() {
        assertThat(AuthorizationParameters.parse("  A=b, c = \"d\" ,\te=\"\\\"f\\\\,g=h\\i\"  "))
                .contains(Map.of("a", "b", "c", "d", "e", "\"f\\,g=hi"));
        assertThat(AuthorizationParameters.parse("a=\"\",b=")).contains(Map.of("a", "", "b", ""));
        assertThat(AuthorizationParameters.parse("a=\"\u00e9\t\"")).contains(Map.of("a", "\u00e9\t"));
    }

    @Test
    void skipsEmptyElements() {
        assertThat(AuthorizationParameters.parse(",, a=b ,, c=d,")).contains(Map.of("a", "b", "c", "d"));
        assertThat(AuthorizationParameters.parse("")).contains(Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "=b",
                "a b",
                "a=b c=d",
                "a=\"b",
                "a=\"b\\",
                "a=\"b\"c",
                "a=b;c=d",
                "a=b,A=c",
                "a=\"\u0000\"",
                "a=\"\\\n\"",
                "a=\u00e9",
                "\"a\"=b"
            })
    void refusesEverythingElse(String text) {
        assertThat(AuthorizationParameters.parse(text)).isEmpty();
    }
}
