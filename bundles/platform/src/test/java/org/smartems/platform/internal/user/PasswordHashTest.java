// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    /** From the tests of the reference implementation: "password" with the salt "somesalt". */
    private static final String FOREIGN =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void isAStringOfThePhcFormatWithConstantCost() {
        String salt = "[A-Za-z0-9+/]{22}";
        assertThat(PasswordHash.of("secret"))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$" + salt + "\\$[A-Za-z0-9+/]{43}")
                .hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void isSaltedAnew() {
        assertThat(PasswordHash.of("secret")).isNotEqualTo(PasswordHash.of("secret"));
    }

    @Test
    void matchesOnlyTheSamePassword() {
        String hash = PasswordHash.of("pässword \uD83D\uDE00");
        assertThat(PasswordHash.matches("pässword \uD83D\uDE00", hash)).isTrue();
        assertThat(PasswordHash.matches("pässword", hash)).isFalse();
        assertThat(PasswordHash.matches("", hash)).isFalse();
        assertThat(PasswordHash.matches("Pässword \uD83D\uDE00", hash)).isFalse();
    }

    @Test
    void understandsTheReferenceImplementationAtAnyCost() {
        assertThat(PasswordHash.matches("password", FOREIGN)).isTrue();
        assertThat(PasswordHash.matches("Password", FOREIGN)).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "secret",
                "$2y$10$abcdefghijklmnopqrstuu",
                "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=16$m=19456,t=2,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=2,p=1$c$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$A",
                "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$AAAA",
                "$argon2id$v=19$m=19456,t=0,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=19456,t=2,p=0$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=1,t=2,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=9999999,t=999,p=1$c29tZXNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void refusesAStoredTextThatIsNoHash(String stored) {
        assertThat(PasswordHash.matches("secret", stored)).isFalse();
    }
}
