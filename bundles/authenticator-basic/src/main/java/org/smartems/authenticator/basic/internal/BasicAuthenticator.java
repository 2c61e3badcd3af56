// SPDX-License-Identifier: Apache-2.0
package org.smartems.authenticator.basic.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.smartems.spi.authentication.AuthenticationRequest;
import org.smartems.spi.authentication.DeviceAuthenticator;
import org.smartems.spi.authentication.DeviceCredential;
import org.smartems.spi.authentication.Verdict;

/** HTTP Basic (RFC 7617): the password in every request, protected by TLS alone. */
@Component
public final class BasicAuthenticator implements DeviceAuthenticator {

    private static final String CHALLENGE = "Basic realm=\"Secured device Area\", charset=\"UTF-8\"";
    private static final String SCHEME = "Basic";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** Compared for an unknown user, so that it takes as long as for a known one. */
    private static final byte[] NOBODY = new byte[16];

    @Override
    public String method() {
        return "basic";
    }

    @Override
    public Verdict authenticate(AuthenticationRequest request) {
        return request.header("Authorization")
                .flatMap(BasicAuthenticator::token)
                .map(token -> judge(request, token))
                .orElse(Verdict.notMine());
    }

    @Override
    public String challenge(AuthenticationRequest request) {
        return CHALLENGE;
    }

    private static Optional<String> token(String header) {
        boolean mine = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (header.length() == SCHEME.length() || header.charAt(SCHEME.length()) == ' ');
        return mine ? Optional.of(header.substring(SCHEME.length()).strip()) : Optional.empty();
    }

    private static Verdict judge(AuthenticationRequest request, String token) {
        Optional<String> pair = decode(token);
        if (pair.isEmpty()) {
            return Verdict.malformed("the credentials are not Base64");
        }
        int colon = pair.get().indexOf(':');
        if (colon < 0) {
            return Verdict.malformed("the credentials have no colon");
        }
        if (CONTROL.matcher(pair.get()).find()) {
            return Verdict.malformed("the credentials have a control character");
        }
        String username = pair.get().substring(0, colon);
        String password = pair.get().substring(colon + 1);
        Optional<DeviceCredential> credential = request.credential(username);
        if (credential.isEmpty()) {
            MessageDigest.isEqual(NOBODY, password.getBytes(StandardCharsets.UTF_8));
        }
        return credential
                .filter(it -> it.matches(password))
                .map(Verdict::accepted)
                .orElseGet(() -> Verdict.refused(username, CHALLENGE));
    }

    private static Optional<String> decode(String token) {
        try {
            return Optional.of(text(Base64.getDecoder().decode(token)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Clients that do not know the parameter charset may send Latin-1, which is hardly ever UTF-8 by chance. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
