// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Server certificates for the names of this host, written by hand: the host bundle sees no cryptography library. */
final class SelfSignedCertificate {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]+");
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
    private static final byte[] RSA_WITH_SHA256 = Der.sequence(Der.oid("1.2.840.113549.1.1.11"), Der.tag(Der.NULL));

    private final SecureRandom random = new SecureRandom();
    private final Set<String> names = new LinkedHashSet<>();

    SelfSignedCertificate(List<String> furtherNames) {
        names.add(hostName());
        names.addAll(List.of("localhost", "127.0.0.1", "::1"));
        names.addAll(furtherNames);
    }

    void addEc(KeyStore keys, String alias, char[] password) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair pair = generator.generateKeyPair();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        add(keys, alias, password, new Signer(pair, signature, ECDSA_WITH_SHA256));
    }

    void addRsa(KeyStore keys, String alias, char[] password) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048, random);
        KeyPair pair = generator.generateKeyPair();
        Signature signature = Signature.getInstance("SHA256withRSA");
        add(keys, alias, password, new Signer(pair, signature, RSA_WITH_SHA256));
    }

    private void add(KeyStore keys, String alias, char[] password, Signer signer) throws GeneralSecurityException {
        byte[] body = body(signer);
        byte[] certificate = Der.sequence(body, signer.algorithm, Der.bits(signer.sign(body, random)));
        Certificate parsed =
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
        keys.setKeyEntry(alias, signer.pair.getPrivate(), password, new Certificate[] {parsed});
    }

    /** RFC 5280, 4.1: TBSCertificate. */
    private byte[] body(Signer signer) {
        byte[] version3 = Der.tag(Der.CONTEXT_0, Der.integer(BigInteger.TWO));
        byte[] serial = Der.integer(new BigInteger(126, random).setBit(126));
        byte[] commonName =
                Der.sequence(Der.oid("2.5.4.3"), Der.utf8(names.iterator().next()));
        byte[] subject = Der.sequence(Der.tag(Der.SET, commonName));
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        byte[] validity = Der.sequence(Der.utcTime(now.minusDays(1)), Der.utcTime(now.plusYears(10)));
        byte[] publicKey = signer.pair.getPublic().getEncoded();
        return Der.sequence(version3, serial, signer.algorithm, subject, validity, subject, publicKey, extensions());
    }

    private byte[] extensions() {
        byte[] alternativeNames = Der.sequence(
                names.stream().map(SelfSignedCertificate::alternativeName).toArray(byte[][]::new));
        byte[] serverAuthentication = Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"));
        byte[] notAnAuthority = Der.sequence();
        return Der.tag(
                Der.CONTEXT_3,
                Der.sequence(
                        Der.sequence(Der.oid("2.5.29.17"), Der.tag(Der.OCTETS, alternativeNames)),
                        Der.sequence(Der.oid("2.5.29.37"), Der.tag(Der.OCTETS, serverAuthentication)),
                        Der.sequence(
                                Der.oid("2.5.29.19"),
                                Der.tag(Der.BOOLEAN, new byte[] {-1}),
                                Der.tag(Der.OCTETS, notAnAuthority))));
    }

    private static byte[] alternativeName(String name) {
        if (ADDRESS.matcher(name).matches()) {
            try {
                return Der.tag(0x87, InetAddress.getByName(name).getAddress());
            } catch (UnknownHostException e) {
                // Not an address after all; as a name it harms nobody.
                return Der.tag(0x82, name.getBytes(StandardCharsets.US_ASCII));
            }
        }
        return Der.tag(0x82, name.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private record Signer(KeyPair pair, Signature signature, byte[] algorithm) {

        byte[] sign(byte[] content, SecureRandom random) throws GeneralSecurityException {
            signature.initSign(pair.getPrivate(), random);
            signature.update(content);
            return signature.sign();
        }
    }
}
