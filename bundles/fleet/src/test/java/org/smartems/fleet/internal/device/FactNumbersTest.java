// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactNumbersTest {

    @ParameterizedTest
    @CsvSource({"-90, -90", "' -116dBm ', -116", "-90.5, -90", "0, 0"})
    void readsSignals(String text, int value) {
        assertThat(FactNumbers.rsrp(text)).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "3600, 3600",
        "12.75, 12",
        "90 s, 90",
        "01:02:03, 3723",
        "100:00:00, 360000",
        "1:05, 3900",
        "'1 day, 00:00:01', 86401",
        "'3 days 04:05:06', 273906",
        "0 day 00:00, 0"
    })
    void readsTimes(String text, long seconds) {
        assertThat(FactNumbers.seconds(text)).hasValue(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1 week", "1:2:3:4", "99999999999999999999", "--"})
    void leavesOtherTextsAlone(String text) {
        assertThat(FactNumbers.seconds(text)).isEmpty();
        assertThat(FactNumbers.rsrp(text).isPresent()).isEqualTo(text.equals("-5"));
    }
}
