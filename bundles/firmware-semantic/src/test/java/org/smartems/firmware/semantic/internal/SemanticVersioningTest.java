// SPDX-License-Identifier: Apache-2.0
package org.smartems.firmware.semantic.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.spi.firmware.FirmwareVersioning;
import org.smartems.spi.firmware.VersionRelation;
import org.smartems.testing.contract.FirmwareVersioningContract;

class SemanticVersioningTest implements FirmwareVersioningContract {

    private static final String ASCENDING =
            """
            0.9.12 1.0-dev 1.0-alpha 1.0-alpha1 1.0-alpha1.1 1.0-alpha2 1.0-beta
            1.0-beta1-dev 1.0-b1 1.0_beta2 1.0-RC1 1.0-RC2 1.0-RC10 1.0 1.0-p1 1.0.0-patch2
            1.0.0.1 1.0.1 v1.9 1.10 2 4.3.2RC1 4.3.2 2025.12.31 2026-01-30 2026-01-31-beta1
            2026-01-31 99999.0.0.99999999999999999999 99999.0.0.100000000000000000000
            20260131""";

    private final SemanticVersioning versioning = new SemanticVersioning();

    @Override
    public FirmwareVersioning versioning() {
        return versioning;
    }

    @Override
    public List<String> versions() {
        return List.of(ASCENDING.split("\\s+"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0.0.0",
        "1.0, v1.0.0",
        "1.0, V1",
        "1.0, 1.0-stable",
        "1.0, 1.0.0+build.7",
        "1.0, '\t1.0 '",
        "1.0-alpha1, 1.0a1",
        "1.0-alpha1, 1.0.0_ALPHA.1",
        "1.0-b1, 1.0-beta-1",
        "1.0-rc1, 1.0RC1",
        "1.0-p1, 1.0-pl1",
        "1.0-p1, 1.0-patch1",
        "1.0-dev, 1.0.0.0.dev",
        "1.0-beta1-dev, 1.0b1dev",
        "01.002, 1.2",
        "2026:01:31, 2026-01-31"
    })
    void knowsOneVersionInMoreThanOneForm(String one, String other) {
        assertThat(versioning.relate(one, other)).isEqualTo(VersionRelation.EQUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "v",
                "latest",
                "1.x",
                "1.0.0.0.0",
                "1..0",
                "1.0-gamma",
                "1.0-beta-x",
                "12345.1.x",
                "1.0, 1.1",
                "1.0 beta",
                "1.0+",
                "1.0+a b",
                "-1.0",
                "\u0661.\u0662",
                "1.0\u2028",
                "vv1",
                "1.0-RC1-RC2",
                "EG500-1.2.3"
            })
    void takesNothingElseForAVersion(String text) {
        assertThat(versioning.isVersion(text)).isFalse();
        assertThatThrownBy(() -> versioning.relate("1.0", text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsWithWhateverIsReported() {
        for (String piece : List.of("1", "1.", "1-", "-1", ".", "b", "beta.", "1b", "2026-", "+", " ")) {
            versioning.isVersion(piece.repeat(255 / piece.length()));
            versioning.isVersion(piece.repeat(100_000));
            versioning.isVersion("1.0-beta" + piece.repeat(100) + "x");
        }
    }
}
