// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.security.SecureRandom;

/** Passwords that people copy by hand: four groups of five letters and digits that cannot be mistaken, 116 bits. */
final class RandomPassword {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomPassword() {}

    static String next() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
