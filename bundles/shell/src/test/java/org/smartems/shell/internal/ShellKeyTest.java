// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellKeyTest {

    @TempDir
    Path etc;

    @Test
    void makesTwoFilesForTheOwnerOnly() throws Exception {
        new ShellKey(etc).ensure();
        assertThat(files()).containsExactly("keys.properties", "shell.key");
        for (String file : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(etc.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void publicKeyIsThatOfThePrivateOne() throws Exception {
        new ShellKey(etc).ensure();
        RSAPrivateCrtKey key = privateKey();
        ByteBuffer encoded = ByteBuffer.wrap(Base64.getDecoder().decode(user()[0]));
        assertThat(new String(field(encoded), StandardCharsets.US_ASCII)).isEqualTo("ssh-rsa");
        assertThat(new BigInteger(field(encoded))).isEqualTo(key.getPublicExponent());
        assertThat(new BigInteger(field(encoded))).isEqualTo(key.getModulus());
        assertThat(encoded.hasRemaining()).isFalse();
        assertThat(key.getModulus().bitLength()).isEqualTo(3072);
    }

    @Test
    void userIsInTheGroupThatMayDoEverything() throws Exception {
        new ShellKey(etc).ensure();
        assertThat(user()).hasSize(2).endsWith("_g_:admingroup");
        assertThat(properties().getProperty("_g_:admingroup").split(",")).contains("group", "admin", "ssh");
        assertThat(properties()).hasSize(2);
    }

    @Test
    void keepsAKeyThatIsThere() throws Exception {
        new ShellKey(etc).ensure();
        String before = Files.readString(etc.resolve("shell.key"));
        Files.writeString(etc.resolve("keys.properties"), "changed by an operator");
        new ShellKey(etc).ensure();
        assertThat(etc.resolve("shell.key")).hasContent(before);
        assertThat(etc.resolve("keys.properties")).hasContent("changed by an operator");
    }

    @Test
    void makesANewPairWhenThePrivateHalfIsMissing() throws Exception {
        new ShellKey(etc).ensure();
        String before = user()[0];
        Files.delete(etc.resolve("shell.key"));
        new ShellKey(etc).ensure();
        assertThat(user()[0]).isNotEqualTo(before);
        publicKeyIsThatOfThePrivateOne();
    }

    @Test
    void keepsTheKeysOfOtherAdministrators() throws Exception {
        Files.writeString(etc.resolve("keys.properties"), "smartems = old\nanna = AAAA,_g_:admingroup\n");
        new ShellKey(etc).ensure();
        assertThat(Files.readString(etc.resolve("keys.properties")))
                .contains("anna = AAAA,_g_:admingroup\n")
                .contains("\nsmartems = AAAAB3NzaC1yc2E")
                .doesNotContain("smartems = old");
    }

    @Test
    void leavesNothingBehindWhenItFails() throws Exception {
        Files.createDirectories(etc.resolve("keys.properties").resolve("in the way"));
        assertThatThrownBy(() -> new ShellKey(etc).ensure()).isInstanceOf(IOException.class);
        assertThat(files()).containsExactly("keys.properties");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.list(etc)) {
            return found.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private RSAPrivateCrtKey privateKey() throws Exception {
        String pem = Files.readString(etc.resolve("shell.key"));
        assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("\n-----END PRIVATE KEY-----\n");
        byte[] bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }

    private String[] user() throws IOException {
        return properties().getProperty("smartems").split(",");
    }

    private Properties properties() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(etc.resolve("keys.properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private static byte[] field(ByteBuffer encoded) {
        byte[] value = new byte[encoded.getInt()];
        encoded.get(value);
        return value;
    }
}
