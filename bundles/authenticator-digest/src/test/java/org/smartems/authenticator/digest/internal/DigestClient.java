// SPDX-License-Identifier: Apache-2.0
package org.smartems.authenticator.digest.internal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smartems.testing.contract.FakeAuthenticationRequest;

/** A device: counts its requests. */
final class DigestClient {

    private final String username;
    private final String password;
    private String realm = "Router Area";
    private String uri;
    private boolean quality = true;
    private int count;

    DigestClient(String username, String password) {
        this.username = username;
        this.password = password;
    }

    static String nonce(String challenge) {
        Matcher nonce = Pattern.compile("nonce=\"([^\"]*)\"").matcher(challenge);
        if (!nonce.find()) {
            throw new AssertionError(challenge);
        }
        return nonce.group(1);
    }

    DigestClient withoutQuality() {
        quality = false;
        return this;
    }

    DigestClient at(String otherUri) {
        uri = otherUri;
        return this;
    }

    DigestClient in(String otherRealm) {
        realm = otherRealm;
        return this;
    }

    void sign(FakeAuthenticationRequest request, String nonce) {
        String address = uri == null ? request.target() : uri;
        String nc = String.format("%08x", ++count);
        String secret = md5(username + ":" + realm + ":" + password);
        String middle = quality ? nonce + ":" + nc + ":cn:auth" : nonce;
        String response = md5(secret + ":" + middle + ":" + md5(request.method() + ":" + address));
        String name = new String(username.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        request.header(
                "Authorization",
                "Digest username=\"" + name + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + address
                        + "\", response=\"" + response + "\""
                        + (quality ? ", qop=auth, nc=" + nc + ", cnonce=\"cn\"" : ""));
    }

    private static String md5(String text) {
        return HexFormat.of().formatHex(Md5.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
