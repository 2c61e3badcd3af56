// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ProtocolException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header Authorization of one client. Used by one thread. */
interface Authorization {

    /** The value for a POST to a path. */
    String value(String path);

    static Authorization basic(String username, String password) {
        String value = "Basic " + Base64.getEncoder().encodeToString((username + ':' + password).getBytes(UTF_8));
        return path -> value;
    }

    /** Digest with MD5 and qop=auth (RFC 7616, section 3.4): one nonce, counted. */
    final class Digest implements Authorization {

        private static final Pattern REALM = Pattern.compile("realm=\"([^\"]*)\"");
        private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]*)\"");

        private final String username;
        private final String realm;
        private final String nonce;
        private final String user;
        private int count;

        Digest(String username, String password, String challenge) throws ProtocolException {
            this.username = username;
            this.realm = parameter(REALM, challenge);
            this.nonce = parameter(NONCE, challenge);
            this.user = md5(username + ':' + realm + ':' + password);
        }

        @Override
        public String value(String path) {
            count++;
            return value(
                    path,
                    String.format(Locale.ROOT, "%08x", count),
                    HexFormat.of().toHexDigits(count * 31L));
        }

        String value(String path, String nc, String cnonce) {
            String response = md5(user + ':' + nonce + ':' + nc + ':' + cnonce + ":auth:" + md5("POST:" + path));
            return "Digest username=\"" + username + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\""
                    + path + "\", qop=auth, nc=" + nc + ", cnonce=\"" + cnonce + "\", response=\"" + response
                    + "\", algorithm=MD5";
        }

        private static String parameter(Pattern pattern, String challenge) throws ProtocolException {
            Matcher matcher = pattern.matcher(challenge);
            if (!matcher.find()) {
                throw new ProtocolException("no challenge of Digest: " + challenge);
            }
            return matcher.group(1);
        }

        private static String md5(String text) {
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
