// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) in the PHC string format, 19 MiB and two passes.
 *
 * <p>At most two hashes a core are computed at once: whoever floods the login waits, and the heap stays bounded.
 */
public final class PasswordHash {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORMAT = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore AT_ONCE =
            new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);
    private static final String NOBODY = of("nobody has this password");

    private PasswordHash() {}

    public static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = argon2(password, salt, new int[] {MEMORY_KIB, PASSES, LANES}, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /** Compares in constant time; false as well for a hash of an unknown form. */
    public static boolean matches(String password, String stored) {
        Matcher format = FORMAT.matcher(stored == null ? "" : stored);
        if (!format.matches()) {
            matches(password, NOBODY);
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(format.group(5));
        int[] cost = {number(format, 1), number(format, 2), number(format, 3)};
        byte[] actual = argon2(password, Base64.getDecoder().decode(format.group(4)), cost, expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    /** Does the work of a comparison, so that an unknown name takes as long as a known one. */
    public static void pretend(String password) {
        matches(password, NOBODY);
    }

    private static int number(Matcher format, int group) {
        return Integer.parseInt(format.group(group));
    }

    private static byte[] argon2(String password, byte[] salt, int[] cost, int length) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost[0])
                .withIterations(cost[1])
                .withParallelism(cost[2])
                .withSalt(salt)
                .build();
        byte[] hash = new byte[length];
        AT_ONCE.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            AT_ONCE.release();
        }
    }
}
