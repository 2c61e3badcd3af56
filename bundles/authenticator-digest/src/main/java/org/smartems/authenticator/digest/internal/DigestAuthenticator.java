// SPDX-License-Identifier: Apache-2.0
package org.smartems.authenticator.digest.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.smartems.spi.authentication.AuthenticationRequest;
import org.smartems.spi.authentication.DeviceAuthenticator;
import org.smartems.spi.authentication.DeviceCredential;
import org.smartems.spi.authentication.Verdict;

/** HTTP Digest with MD5 (RFC 7616), and without a quality of protection as the oldest clients speak it (RFC 2069). */
@Component
public final class DigestAuthenticator implements DeviceAuthenticator {

    private static final String REALM = "Router Area";
    private static final String SCHEME = "Digest";
    private static final int MOST_NONCES = 100_000;

    private final Nonces nonces;
    private final NonceCounts counts;

    /** Begins without knowing any nonce. */
    @Activate
    public DigestAuthenticator() {
        this(Clock.systemUTC(), MOST_NONCES);
    }

    DigestAuthenticator(Clock clock, int mostNonces) {
        this.nonces = new Nonces(clock);
        this.counts = new NonceCounts(clock, mostNonces);
    }

    @Override
    public String method() {
        return "digest";
    }

    @Override
    public Verdict authenticate(AuthenticationRequest request) {
        Optional<String> parameters = request.header("Authorization").flatMap(DigestAuthenticator::parameters);
        if (parameters.isEmpty()) {
            return Verdict.notMine();
        }
        Optional<Map<String, String>> parsed = AuthorizationParameters.parse(parameters.get());
        if (parsed.isEmpty()) {
            return Verdict.malformed("the credentials are no list of parameters");
        }
        try {
            return judge(request, DigestCredentials.of(parsed.get()));
        } catch (IllegalArgumentException e) {
            return Verdict.malformed(e.getMessage());
        }
    }

    @Override
    public String challenge(AuthenticationRequest request) {
        return SCHEME + " realm=\"" + REALM + "\", qop=\"auth\", nonce=\"" + nonces.next(request::mac) + "\"";
    }

    private static Optional<String> parameters(String header) {
        boolean mine = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (header.length() == SCHEME.length() || header.charAt(SCHEME.length()) == ' ');
        return mine ? Optional.of(header.substring(SCHEME.length())) : Optional.empty();
    }

    private Verdict judge(AuthenticationRequest request, DigestCredentials credentials) {
        OptionalLong expiry = nonces.expiry(credentials.nonce(), request::mac);
        if (expiry.isEmpty()) {
            return stale(request);
        }
        if (!credentials.realm().equals(REALM)) {
            return Verdict.malformed("the realm is not the one of the challenge");
        }
        if (!credentials.isFor(request.target())) {
            return Verdict.malformed("the credentials are for another address");
        }
        Optional<DeviceCredential> credential = request.credential(credentials.name());
        String password = credential.map(DeviceCredential::password).orElse("");
        boolean proved = credentials.isProved(password, request.method());
        if (!proved || credential.isEmpty()) {
            return Verdict.refused(credentials.name(), challenge(request));
        }
        if (credentials.isCounted() && !counts.use(credentials.nonce(), expiry.getAsLong(), credentials.count())) {
            return stale(request);
        }
        return Verdict.accepted(credential.get());
    }

    private Verdict stale(AuthenticationRequest request) {
        return Verdict.challenged(challenge(request) + ", stale=\"true\"");
    }
}
