// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativeTimeTest {

    @ParameterizedTest
    @CsvSource({
        "+2 hours, PT2H",
        "2hours, PT2H",
        "' + 1 Hour ', PT1H",
        "1 day 30 min, PT24H30M",
        "+1 week +2 days, PT216H",
        "10 sec, PT10S",
        "10 secs, PT10S",
        "3 minutes, PT3M",
        "1 fortnight, PT336H",
        "1 month, PT720H",
        "1 year, PT8760H",
        "0 hours, PT0S"
    })
    void readsWhatTheApiWrites(String text, Duration expected) {
        assertThat(RelativeTime.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "2",
                "hours",
                "-2 hours",
                "2 hours ago",
                "2 hours -1 min",
                "two hours",
                "2 hourss",
                "2 s",
                "1234567 hours",
                "2.5 hours",
                "tomorrow",
                "2 hours;",
                "٢ hours",
                "2 hours x"
            })
    void refusesAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RelativeTime.parse(text));
    }

    @Test
    void bearsLongAmounts() {
        assertThat(RelativeTime.parse("999999 years ".repeat(20))).isPositive();
    }
}
