// SPDX-License-Identifier: Apache-2.0
package org.smartems.authenticator.digest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestCredentialsTest {

    /** RFC 2617 section 3.5. */
    private static final String COUNTED =
            """
            username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", \
            uri="/dir/index.html", qop=auth, nc=00000001, cnonce="0a4f113b", \
            response="6629fae49393a05397450978507c4ef1", opaque="5ccc069c403ebaf9f0171e9517f40e41\"""";

    /** RFC 2069 section 2.4 with its erratum 749. */
    private static final String UNCOUNTED =
            """
            username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", \
            uri="/dir/index.html", response="1949323746fe6a43ef61f9606e7febea", \
            opaque="5ccc069c403ebaf9f0171e9517f40e41\"""";

    /** RFC 7616 section 3.9.1. */
    private static final String LATEST =
            """
            username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=MD5, \
            nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, \
            cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth, \
            response="8ca523f5e9506fed4657c9700eebdbec", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"""";

    @Test
    void provesTheExamplesOfTheStandards() {
        assertThat(read(COUNTED).isProved("Circle Of Life", "GET")).isTrue();
        assertThat(read(LATEST).isProved("Circle of Life", "GET")).isTrue();
        assertThat(read(UNCOUNTED).isProved("CircleOfLife", "GET")).isTrue();
        assertThat(read(UNCOUNTED).isCounted()).isFalse();
    }

    @Test
    void provesNothingForAnotherRequest() {
        assertThat(read(COUNTED).isProved("Circle Of Life", "POST")).isFalse();
        assertThat(read(COUNTED).isProved("Circle of Life", "GET")).isFalse();
        assertThat(read(COUNTED.replace("nc=00000001", "nc=00000002")).isProved("Circle Of Life", "GET"))
                .isFalse();
        assertThat(read(COUNTED.replace("index.html", "index.htm")).isProved("Circle Of Life", "GET"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/a?b=c,            /a?b=c,             true",
        "https://h/a?b,     /a?b,               true",
        "/a,                HTTP://h:8443/a,    true",
        "https://h,         /,                  true",
        "https://h?b,       /?b,                true",
        "/a,                /b,                 false",
        "/a,                /a?b,               false",
        "/a/,               /a,                 false",
        "/A,                /a,                 false",
        "ftp://h/a,         /a,                 false"
    })
    void belongsToOneAddress(String uri, String target, boolean same) {
        assertThat(read(COUNTED.replace("/dir/index.html", uri)).isFor(target)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "username, ''",
        "realm, ''",
        "nonce, ''",
        "uri, ''",
        "response, ''",
        "response, 6629fae49393a05397450978507c4ef",
        "response, 6629fae49393a05397450978507c4efg",
        "algorithm, SHA-256",
        "algorithm, MD5-sess",
        "qop, auth-int",
        "nc, ''",
        "nc, 000000001",
        "nc, -1",
        "cnonce, ''"
    })
    void mustBeWhatWasAskedFor(String name, String value) {
        Map<String, String> parameters =
                new HashMap<>(AuthorizationParameters.parse(COUNTED).orElseThrow());
        parameters.remove(name);
        if (!value.isEmpty()) {
            parameters.put(name, value);
        }
        assertThatThrownBy(() -> DigestCredentials.of(parameters)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DigestCredentials read(String parameters) {
        return DigestCredentials.of(AuthorizationParameters.parse(parameters).orElseThrow());
    }
}
