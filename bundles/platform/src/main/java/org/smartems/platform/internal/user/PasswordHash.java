// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/**
 * Argon2id (RFC 9106) in the PHC string format, 19 MiB and two passes.
 *
 * <p>At most two hashes a core are computed at once: whoever floods the login waits, and the heap stays bounded.
 */
public final class PasswordHash {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int MAXIMUM_MEMORY_KIB = 1 << 18;
    private static final int MAXIMUM_PASSES = 20;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORMAT = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int LONGEST_WAIT_SECONDS = 2;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore AT_ONCE =
            new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);
    private static final Stored NOBODY = parse(of("nobody has this password")).orElseThrow();

    private record Stored(int[] cost, byte[] salt, byte[] hash) {

        /** Within the bounds of RFC 9106, and of what this server is willing to spend. */
        boolean isBearable() {
            boolean memory = cost[0] >= 8 * cost[2] && cost[0] <= MAXIMUM_MEMORY_KIB;
            boolean passes = cost[1] >= 1 && cost[1] <= MAXIMUM_PASSES;
            return memory && passes && cost[2] >= 1 && salt.length >= 8 && hash.length >= 16;
        }
    }

    private PasswordHash() {}

    public static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = argon2(password, salt, new int[] {MEMORY_KIB, PASSES, LANES}, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /**
     * Compares in constant time. False as well for no hash and for one of an unknown form, after the work of a
     * comparison, so that an unknown name takes as long as a known one.
     */
    public static boolean matches(String password, String stored) {
        Optional<Stored> parsed = parse(stored);
        Stored hash = parsed.orElse(NOBODY);
        byte[] actual = argon2(password, hash.salt(), hash.cost(), hash.hash().length);
        return MessageDigest.isEqual(hash.hash(), actual) && parsed.isPresent();
    }

    private static Optional<Stored> parse(String text) {
        Matcher format = FORMAT.matcher(text == null ? "" : text);
        if (!format.matches()) {
            return Optional.empty();
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            int[] cost = {number(format, 1), number(format, 2), number(format, 3)};
            Stored stored = new Stored(cost, base64.decode(format.group(4)), base64.decode(format.group(5)));
            return Optional.of(stored).filter(Stored::isBearable);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
        await();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            AT_ONCE.release();
        }
    }

    private static void await() {
        try {
            if (AT_ONCE.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new PlatformException(ErrorCategory.UNAVAILABLE, "busy", "Too many logins at once");
    }
}
