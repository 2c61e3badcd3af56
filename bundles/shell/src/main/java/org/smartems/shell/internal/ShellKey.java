// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key pair by which whoever may read the home's files opens the shell: made at first start, no password exists.
 *
 * <p>The private half is {@code etc/shell.key} (PKCS#8 PEM, mode 0600); the public half goes to Karaf's {@code
 * etc/keys.properties}, in the form of RFC 4253, section 6.6.
 */
@Component(service = ShellKey.class, immediate = true)
public final class ShellKey {

    static final String USER = "smartems";
    private static final Logger LOG = LoggerFactory.getLogger(ShellKey.class);
    private static final String GROUP = "_g_\\:admingroup";
    private static final String OWNER_ONLY = "rw-------";

    private final Path etc;

    @Activate
    public ShellKey() throws IOException, GeneralSecurityException {
        this(Path.of(System.getProperty("karaf.etc")));
        ensure();
    }

    ShellKey(Path etc) {
        this.etc = etc;
    }

    void ensure() throws IOException, GeneralSecurityException {
        Path privateKey = etc.resolve("shell.key");
        if (Files.exists(privateKey)) {
            return;
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        KeyPair pair = generator.generateKeyPair();
        // the public half first: a crash in between leaves no private key, so the next start makes a new pair
        Path keys = etc.resolve("keys.properties");
        write(keys, withKey(keys, (RSAPublicKey) pair.getPublic()));
        write(privateKey, pem(pair));
        LOG.info("Key of the shell made: {}", privateKey);
    }

    private static String pem(KeyPair pair) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN PRIVATE KEY-----\n"
                + lines.encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** Other administrators' keys stay. */
    private static String withKey(Path keys, RSAPublicKey key) throws IOException {
        List<String> lines = new ArrayList<>();
        if (Files.exists(keys)) {
            lines.addAll(Files.readAllLines(keys, StandardCharsets.ISO_8859_1));
            lines.removeIf(line -> line.strip().matches(USER + "\\s*[=:].*"));
        }
        lines.add(publicLine(key));
        if (lines.stream().noneMatch(line -> line.strip().startsWith(GROUP))) {
            lines.add(GROUP + " = group,admin,manager,viewer,systembundles,ssh");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String publicLine(RSAPublicKey key) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        field(out, "ssh-rsa".getBytes(StandardCharsets.US_ASCII));
        field(out, number(key.getPublicExponent()));
        field(out, number(key.getModulus()));
        String encoded = Base64.getEncoder().encodeToString(bytes.toByteArray());
        return USER + " = " + encoded + ",_g_:admingroup";
    }

    private static byte[] number(BigInteger value) {
        return value.toByteArray();
    }

    private static void field(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private static void write(Path file, String text) throws IOException {
        Path temporary = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        try {
            Files.writeString(temporary, text, StandardCharsets.ISO_8859_1);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
