// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HkdfTest {

    private static final HexFormat HEX = HexFormat.of();

    /** RFC 5869, appendix A.1 and A.3, the first block. */
    @Test
    void derivesWhatTheStandardDerives() {
        byte[] keyingMaterial = HEX.parseHex("0b".repeat(22));
        byte[] salt = HEX.parseHex("000102030405060708090a0b0c");
        byte[] info = HEX.parseHex("f0f1f2f3f4f5f6f7f8f9");
        assertThat(HEX.formatHex(Hkdf.expand(Hkdf.extract(salt, keyingMaterial), info)))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
        assertThat(HEX.formatHex(Hkdf.expand(Hkdf.extract(new byte[32], keyingMaterial), new byte[0])))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
    }
}
