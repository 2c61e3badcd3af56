// SPDX-License-Identifier: Apache-2.0
package org.smartems.authenticator.digest.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a device sends; texts as they are in the header, where a character is a byte. */
record DigestCredentials(
        String username,
        String realm,
        String nonce,
        String uri,
        String response,
        String qop,
        String nc,
        String cnonce) {

    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern COUNT = Pattern.compile("[0-9A-Fa-f]{1,8}");
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)^https?://[^/?]*");

    /**
     * Reads the parameters.
     *
     * @throws IllegalArgumentException with the reason when one is missing or not what was asked for
     */
    static DigestCredentials of(Map<String, String> parameters) {
        DigestCredentials credentials = new DigestCredentials(
                required(parameters, "username"),
                required(parameters, "realm"),
                required(parameters, "nonce"),
                required(parameters, "uri"),
                required(parameters, "response").toLowerCase(Locale.ROOT),
                parameters.getOrDefault("qop", ""),
                parameters.getOrDefault("nc", ""),
                parameters.getOrDefault("cnonce", ""));
        check(parameters.getOrDefault("algorithm", "MD5").equalsIgnoreCase("MD5"), "the algorithm is not MD5");
        check(MD5.matcher(credentials.response).matches(), "the response is no MD5");
        if (parameters.containsKey("qop")) {
            check(credentials.qop.equalsIgnoreCase("auth"), "the quality of protection is not auth");
            check(COUNT.matcher(credentials.nc).matches(), "the nonce count is no hexadecimal number");
            check(!credentials.cnonce.isEmpty(), "the client nonce is missing");
        }
        return credentials;
    }

    /** Whether a nonce count belongs to them; clients of RFC 2069 send none. */
    boolean isCounted() {
        return !qop.isEmpty();
    }

    long count() {
        return Long.parseLong(nc, 16);
    }

    /** The name in the characters that it stands for. */
    String name() {
        byte[] bytes = username.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return username;
        }
    }

    /** Whether they were made for a request target, be one of them absolute or not. */
    boolean isFor(String target) {
        return path(uri).equals(path(target));
    }

    /** Whether the device knows the password; takes as long when it does not. */
    boolean isProved(String password, String method) {
        String secret = md5(username + ":" + realm + ":" + bytes(password));
        String request = md5(method + ":" + uri);
        String middle = isCounted() ? nonce + ":" + nc + ":" + cnonce + ":" + qop : nonce;
        return MessageDigest.isEqual(
                md5(secret + ":" + middle + ":" + request).getBytes(StandardCharsets.ISO_8859_1),
                response.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String path(String uri) {
        String path = ABSOLUTE.matcher(uri).replaceFirst("");
        return path.startsWith("/") ? path : "/" + path;
    }

    private static String required(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        check(value != null, name + " is missing");
        return value;
    }

    private static void check(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(reason);
        }
    }

    /** UTF-8, one character a byte. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String md5(String bytes) {
        return HexFormat.of().formatHex(Md5.of(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
