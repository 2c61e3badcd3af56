// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PKCS12 file and the file with its password: made at first start, replaced by the installer at any time. */
final class KeyStoreFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeyStoreFile.class);
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path store;
    private final Path passwordFile;
    private final List<String> hostNames;

    KeyStoreFile(Path store, Path passwordFile, List<String> hostNames) {
        this.store = store;
        this.passwordFile = passwordFile;
        this.hostNames = hostNames;
    }

    /**
     * Never fails for a broken file, which is left as it is: with a temporary certificate the console stays reachable,
     * and the repaired file is loaded without a restart.
     */
    ServingKeys prepare() {
        try {
            if (!Files.exists(store)) {
                create();
            }
            return load();
        } catch (GeneralSecurityException | IOException e) {
            LOG.error(
                    "{}: not usable, a temporary self-signed certificate serves until it is repaired: {}",
                    store,
                    e.toString());
            return temporary();
        }
    }

    ServingKeys load() throws GeneralSecurityException, IOException {
        String password = password();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password.toCharArray());
        }
        requireUsableKey(keys, password.toCharArray());
        return new ServingKeys(keys, password);
    }

    /** Changes whenever one of the files does. */
    String stamp() {
        return stamp(store) + ' ' + stamp(passwordFile);
    }

    @Override
    public String toString() {
        return store.toString();
    }

    private static String stamp(Path file) {
        try {
            return Files.readAttributes(file, "lastModifiedTime,size,fileKey").toString();
        } catch (IOException e) {
            return "absent";
        }
    }

    private String password() throws IOException {
        return Files.readString(passwordFile).strip();
    }

    private void requireUsableKey(KeyStore keys, char[] password) throws GeneralSecurityException {
        boolean usable = false;
        for (String alias : Collections.list(keys.aliases())) {
            Key key = keys.isKeyEntry(alias) ? keys.getKey(alias, password) : null;
            if (key instanceof PrivateKey && keys.getCertificate(alias) instanceof X509Certificate certificate) {
                usable = true;
                if (certificate.getNotAfter().before(new Date())) {
                    LOG.warn("{}: the certificate {} has expired on {}", store, alias, certificate.getNotAfter());
                }
            }
        }
        if (!usable) {
            throw new GeneralSecurityException("no private key with a certificate in it");
        }
    }

    private void create() throws GeneralSecurityException, IOException {
        // A password without a store is what an interrupted first start leaves behind.
        String password = Files.exists(passwordFile) ? password() : "";
        if (password.isEmpty()) {
            password = randomPassword();
            write(passwordFile, password.getBytes(StandardCharsets.US_ASCII));
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        selfSigned(password.toCharArray()).store(content, password.toCharArray());
        write(store, content.toByteArray());
        LOG.info("{}: self-signed certificates made; replace the file to use your own", store);
    }

    private ServingKeys temporary() {
        String password = randomPassword();
        try {
            return new ServingKeys(selfSigned(password.toCharArray()), password);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("No certificate can be made", e);
        }
    }

    private KeyStore selfSigned(char[] password) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        SelfSignedCertificate certificates = new SelfSignedCertificate(hostNames);
        certificates.addEc(keys, "ec", password);
        certificates.addRsa(keys, "rsa", password);
        return keys;
    }

    private static String randomPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, OWNER_ONLY);
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
