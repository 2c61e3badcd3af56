// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.internal.authentication.SigningKeys.SigningKey;
import org.smartems.platform.internal.user.UserEntity;

/** Writes and reads access tokens: JWT (RFC 7519) signed with RS256 (RFC 7518, section 3.3). */
@Component(service = AccessTokens.class)
public final class AccessTokens {

    /** What a valid token says. */
    record Claims(long userId, int epoch, UUID sessionId) {}

    private static final int MAXIMUM_LENGTH = 8192;

    private final SigningKeys keys;
    private final Clock clock;

    @Activate
    public AccessTokens(@Reference SigningKeys keys) {
        this(keys, Clock.systemUTC());
    }

    AccessTokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    String issue(UserEntity user, UUID session, Set<Role> roles, int secondsToLive) {
        Instant now = clock.instant();
        SigningKey key = keys.current();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(Long.toString(user.id()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(secondsToLive)))
                .claim("username", user.username())
                .claim("roles", roles.stream().map(Role::name).toList())
                .claim("epoch", user.epoch())
                .claim("sid", session.toString())
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.kid()).build(), claims);
        try {
            token.sign(new RSASSASigner(key.privateKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException("access token not signed", e);
        }
        return token.serialize();
    }

    /**
     * Reads a token that came from outside.
     *
     * @throws org.smartems.api.error.PlatformException when it is none of ours, altered or too old
     */
    Claims read(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw Refusals.invalidToken();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            verifySignature(token);
            JWTClaimsSet claims = token.getJWTClaimsSet();
            if (claims.getExpirationTime() == null
                    || !claims.getExpirationTime().toInstant().isAfter(clock.instant())) {
                throw Refusals.expiredToken();
            }
            return new Claims(
                    Long.parseLong(claims.getSubject()),
                    claims.getIntegerClaim("epoch"),
                    UUID.fromString(claims.getStringClaim("sid")));
        } catch (ParseException | JOSEException | IllegalArgumentException | NullPointerException e) {
            throw Refusals.invalidToken();
        }
    }

    private void verifySignature(SignedJWT token) throws JOSEException {
        JWSHeader header = token.getHeader();
        String kid = header.getKeyID();
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm()) || kid == null) {
            throw Refusals.invalidToken();
        }
        SigningKey key = keys.find(kid).orElseThrow(Refusals::invalidToken);
        if (!token.verify(new RSASSAVerifier(key.publicKey()))) {
            throw Refusals.invalidToken();
        }
    }
}
