// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The files of master keys of a node: the one in use, and those that were or will be. */
record MasterKeys(Server node) {

    private static final String IN_USE = "master.key";

    static String random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    boolean isMissing() {
        return Files.notExists(node.etc(IN_USE));
    }

    String inUse() throws IOException {
        return Files.readString(node.etc(IN_USE));
    }

    /** By fingerprint. */
    Map<String, String> others() throws IOException {
        Map<String, String> others = new HashMap<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(node.etc(IN_USE).getParent(), IN_USE + ".*")) {
            for (Path file : files) {
                others.put(file.getFileName().toString().substring(IN_USE.length() + 1), Files.readString(file));
            }
        }
        return others;
    }

    void put(String key) throws IOException {
        write(IN_USE, key);
    }

    void putOther(String fingerprint, String key) throws IOException {
        write(IN_USE + "." + fingerprint, key);
    }

    private void write(String name, String key) throws IOException {
        Path file = node.etc(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key);
    }
}
