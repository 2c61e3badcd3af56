// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.platform.authentication.Session;
import org.smartems.platform.internal.authentication.SigningKeys.SigningKey;

class AccessTokensTest extends NodeFixture {

    private static final String INVALID = "invalidToken";
    private static final String EXPIRED = "expiredToken";

    private long user;
    private Session session;
    private SigningKey key;

    @BeforeEach
    void login() throws Exception {
        user = addUser("anna");
        session = node.login("anna", PASSWORD);
        key = node.keys.current();
    }

    @Test
    void provesWhoIsCalling() throws Exception {
        assertThat(node.caller(session).userId()).isEqualTo(user);
        assertThat(node.caller(session).username()).isEqualTo("anna");
        SignedJWT token = SignedJWT.parse(session.token());
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(Long.toString(user));
        assertThat(token.getJWTClaimsSet().getStringClaim("username")).isEqualTo("anna");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("ROLE_USER", "ROLE_SMARTEMS");
    }

    @Test
    void worksOnEveryNode() {
        assertThat(anotherNode().caller(session).userId()).isEqualTo(user);
    }

    @Test
    void refusesATamperedSignature() {
        String[] parts = session.token().split("\\.");
        char[] signature = parts[2].toCharArray();
        signature[20] = signature[20] == 'A' ? 'B' : 'A';
        refused(parts[0] + "." + parts[1] + "." + new String(signature));
        refused(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void refusesATamperedClaim() {
        String[] parts = session.token().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        refused(parts[0] + "." + base64(claims.replace("ROLE_SMARTEMS", "ROLE_ADMIN")) + "." + parts[2]);
    }

    @Test
    void refusesTheAlgorithmNone() {
        String[] parts = session.token().split("\\.");
        String none = base64("{\"alg\":\"none\",\"kid\":\"" + key.kid() + "\"}");
        refused(none + "." + parts[1] + ".");
        refused(none + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void refusesThePublicKeyAsSecret() throws Exception {
        refused(signed(JWSAlgorithm.HS256, new MACSigner(key.publicKey().getEncoded()), key.kid()));
    }

    @Test
    void refusesAnotherAlgorithmOfTheSameKey() throws Exception {
        refused(signed(JWSAlgorithm.RS512, new RSASSASigner(key.privateKey()), key.kid()));
        refused(signed(JWSAlgorithm.PS256, new RSASSASigner(key.privateKey()), key.kid()));
    }

    @Test
    void refusesAnUnknownOrMissingOrForeignKey() throws Exception {
        RSAPrivateKey foreign = foreignKey();
        refused(signed(JWSAlgorithm.RS256, new RSASSASigner(foreign), "made-up"));
        refused(signed(JWSAlgorithm.RS256, new RSASSASigner(foreign), key.kid()));
        refused(signed(JWSAlgorithm.RS256, new RSASSASigner(key.privateKey()), null));
    }

    @Test
    void refusesMissingOrStrangeClaims() throws Exception {
        JWTClaimsSet good = SignedJWT.parse(session.token()).getJWTClaimsSet();
        assertThat(node.accessTokens.read(own(good)).userId()).isEqualTo(user);
        for (String claim : new String[] {"sub", "epoch", "sid"}) {
            refused(own(new JWTClaimsSet.Builder(good).claim(claim, null).build()));
            refused(own(new JWTClaimsSet.Builder(good).claim(claim, "strange").build()));
        }
        String withoutEnd =
                own(new JWTClaimsSet.Builder(good).expirationTime(null).build());
        assertRefused(EXPIRED, () -> node.authentication.authenticate(withoutEnd));
    }

    @Test
    void expires() {
        clock.advanceSeconds(Node.ACCESS_SECONDS - 1);
        node.caller(session);
        clock.advanceSeconds(1);
        assertRefused(EXPIRED, () -> node.caller(session));
    }

    @Test
    void refusesWhatIsTooLong() {
        refused(session.token() + "A".repeat(8192));
        refused("A".repeat(1 << 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a", "a.b", "a.b.c", "..", "....", "a.b.c.d.e", "e30.e30.e30", "bnVsbA.e30.AA", "ä.ö.ü"
            })
    void refusesGarbage(String text) {
        refused(text);
    }

    @Test
    void refusesADeeplyNestedHeader() {
        String deep = base64("{\"alg\":\"RS256\",\"kid\":" + "[".repeat(2500) + "]".repeat(2500) + "}");
        refused(deep + ".e30.AA");
    }

    @Test
    void diesWithItsSession() throws Exception {
        sql("update platform_session set ended_at = now()");
        assertRefused(EXPIRED, () -> node.caller(session));
        sql("delete from platform_session");
        assertRefused(EXPIRED, () -> node.caller(session));
    }

    @Test
    void diesWithItsUser() throws Exception {
        change(user, "enabled = false");
        assertRefused(EXPIRED, () -> node.caller(session));
        change(user, "enabled = true, enabled_expire_at = '" + clock.instant() + "'");
        assertRefused(EXPIRED, () -> node.caller(session));
        sql("delete from platform_user");
        refused(session.token());
    }

    @Test
    void diesWhenTheEpochIsRaised() throws Exception {
        change(user, "epoch = epoch + 1");
        assertRefused(EXPIRED, () -> node.caller(session));
        node.caller(node.refresh(session));
    }

    @Test
    void rolesAreThoseOfNow() throws Exception {
        change(user, "role_admin = true, role_smartems = false");
        assertThat(node.caller(session).roles())
                .extracting(Enum::name)
                .contains("ROLE_ADMIN")
                .doesNotContain("ROLE_SMARTEMS");
    }

    private void refused(String token) {
        assertRefused(INVALID, () -> node.authentication.authenticate(token));
    }

    private String own(JWTClaimsSet claims) throws Exception {
        return signed(JWSAlgorithm.RS256, new RSASSASigner(key.privateKey()), key.kid(), claims);
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer, String kid) throws Exception {
        return signed(algorithm, signer, kid, SignedJWT.parse(session.token()).getJWTClaimsSet());
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, String kid, JWTClaimsSet claims)
            throws Exception {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static RSAPrivateKey foreignKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        return (RSAPrivateKey) pair.getPrivate();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
