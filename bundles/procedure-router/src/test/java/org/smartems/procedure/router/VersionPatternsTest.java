// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.router;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionPatternsTest {

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0, true",
        "1.0, 1.00, false",
        "1.0, 1x0, false",
        "V1.0, v1.0, true",
        "v1.0, 1.0, true",
        "1.*, 1.0, true",
        "1.*, 1., false",
        "*, 1, true",
        "*, '', false",
        "*.r1, 1.0.r1, true",
        "*.r1, .r1, false",
        "1*2*3, 1a2b3, true",
        "1*2*3, 123, false",
        "1*2*3, 1a2b2c3, true",
        "1*2*3, 1a2b2c34, false",
        "**, ab, true",
        "**, a, false",
        "1.?, 1.0, true",
        "1.?, 1., false",
        "1.?, 1.10, false",
        "a*b?, aab*c, false",
        "a*b?, aabbc, true",
        "R1, r1, false",
    })
    void standsForOneOrMoreCharactersOrExactlyOne(String pattern, String version, boolean matches) {
        assertThat(VersionPatterns.parse(pattern).matches(version)).isEqualTo(matches);
    }

    @Test
    void takesAStarInAVersionForAnyOtherCharacter() {
        assertThat(VersionPatterns.parse("1.0").matches("*")).isFalse();
        assertThat(VersionPatterns.parse("1.*").matches("1.*")).isTrue();
    }

    @Test
    void separatesByCommasAndLinesAndIgnoresEmptyOnes() {
        VersionPatterns patterns = VersionPatterns.parse(" 1.0 ,,2.0\r\n\n3.0,");
        assertThat(patterns.matches("1.0")).isTrue();
        assertThat(patterns.matches("2.0")).isTrue();
        assertThat(patterns.matches("3.0")).isTrue();
        assertThat(patterns.matches("")).isFalse();
    }

    @Test
    void matchesNothingWithoutPatterns() {
        assertThat(VersionPatterns.parse("").matches("1.0")).isFalse();
        assertThat(VersionPatterns.parse(" \n,").matches("")).isFalse();
    }

    /** A pattern for which a backtracking matcher takes longer than the universe has existed. */
    @Test
    void isQuickWithPatternsThatMakeOthersSlow() {
        assertThat(VersionPatterns.parse("*a".repeat(100) + "b").matches("a".repeat(255)))
                .isFalse();
    }
}
