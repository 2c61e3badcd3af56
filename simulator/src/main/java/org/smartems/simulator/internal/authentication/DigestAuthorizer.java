// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ProtocolException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.smartems.simulator.Credentials;

/** Digest with MD5 (RFC 7616 section 3.4, or RFC 2069): one nonce for as long as the server takes it. */
final class DigestAuthorizer implements Authorizer {

    private final boolean rfc2069;
    private Map<String, String> challenge = Map.of();
    private int count;

    DigestAuthorizer(boolean rfc2069) {
        this.rfc2069 = rfc2069;
    }

    @Override
    public boolean ready() {
        return !challenge.isEmpty();
    }

    @Override
    public Optional<String> authorization(String method, String target, Credentials credentials) {
        String realm = challenge.get("realm");
        String nonce = challenge.get("nonce");
        String user = md5(credentials.username() + ':' + realm + ':' + credentials.password());
        String request = md5(method + ':' + target);
        StringBuilder header = new StringBuilder(256).append("Digest username=");
        quote(header, credentials.username()).append(", realm=");
        quote(header, realm).append(", nonce=");
        quote(header, nonce).append(", uri=");
        quote(header, target);
        if (counted()) {
            String nc = String.format(Locale.ROOT, "%08x", ++count);
            String cnonce =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            header.append(", qop=auth, nc=").append(nc).append(", cnonce=\"").append(cnonce);
            header.append("\", response=\"")
                    .append(md5(user + ':' + nonce + ':' + nc + ':' + cnonce + ":auth:" + request));
        } else {
            header.append(", response=\"").append(md5(user + ':' + nonce + ':' + request));
        }
        header.append('"');
        if (challenge.containsKey("algorithm")) {
            header.append(", algorithm=").append(challenge.get("algorithm"));
        }
        if (challenge.containsKey("opaque")) {
            quote(header.append(", opaque="), challenge.get("opaque"));
        }
        return Optional.of(header.toString());
    }

    @Override
    public boolean challenged(List<String> challenges) throws IOException {
        Optional<Map<String, String>> offered = Challenges.find("Digest", challenges);
        if (offered.isEmpty()) {
            return false;
        }
        Map<String, String> next = offered.get();
        check(next);
        boolean again = challenge.isEmpty() || "true".equalsIgnoreCase(next.get("stale"));
        challenge = next;
        count = 0;
        return again;
    }

    private boolean counted() {
        return !rfc2069 && challenge.containsKey("qop");
    }

    private void check(Map<String, String> next) throws ProtocolException {
        if (!next.containsKey("realm") || !next.containsKey("nonce")) {
            throw new ProtocolException("a Digest challenge without realm or nonce");
        }
        if (!"MD5".equalsIgnoreCase(next.getOrDefault("algorithm", "MD5"))) {
            throw new ProtocolException("the Digest algorithm " + next.get("algorithm") + " is not supported");
        }
        boolean auth = Arrays.stream(next.getOrDefault("qop", "auth").split(","))
                .anyMatch(offer -> offer.trim().equalsIgnoreCase("auth"));
        if (!auth && !rfc2069) {
            throw new ProtocolException("the Digest challenge does not offer qop=auth but " + next.get("qop"));
        }
    }

    private static StringBuilder quote(StringBuilder header, String value) {
        return header.append('"')
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
