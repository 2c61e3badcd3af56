// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smartems.testing.RawClient;

/** What a router proves itself with in Digest, so that each part of it can be wrong on purpose. */
record RouterCredentials(String username, String password) {

    private static final String REALM = "Router Area";
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    /** The nonce of a challenge. */
    static String nonce(RawClient.Answer answer) {
        Matcher matcher = NONCE.matcher(answer.header("WWW-Authenticate"));
        if (!matcher.find()) {
            throw new AssertionError("no nonce in " + answer);
        }
        return matcher.group(1);
    }

    /** The header of a POST, with the count of the requests with this nonce. */
    String header(String target, String nonce, int count) {
        String nc = String.format("%08x", count);
        String secret = md5(username + ":" + REALM + ":" + password);
        String response = md5(secret + ":" + nonce + ":" + nc + ":c:auth:" + md5("POST:" + target));
        return "Authorization: Digest username=\"" + username + "\", realm=\"" + REALM + "\", nonce=\"" + nonce
                + "\", uri=\"" + target + "\", qop=auth, nc=" + nc + ", cnonce=\"c\", response=\"" + response + "\"";
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
