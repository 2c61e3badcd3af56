// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-,        0,   100",
        "bytes=99-,       99,  100",
        "bytes=0-0,       0,   1",
        "bytes=10-19,     10,  20",
        "bytes=10-99,     10,  100",
        "bytes=10-100,    10,  100",
        "bytes=10-999999999999999999, 10, 100",
        "bytes=-1,        99,  100",
        "bytes=-100,      0,   100",
        "bytes=-101,      0,   100",
        "'Bytes = 5 - 6', 5,   7"
    })
    void readsOnePart(String header, long first, long end) {
        assertThat(ByteRange.of(header, 100)).contains(new ByteRange(first, end, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=5-4",
                "bytes=0-1,5-6",
                "lines=0-1",
                "0-1",
                "",
                "bytes=9999999999999999999-",
                "bytes=+1-2",
                "bytes=--1"
            })
    void takesWhatItCannotReadForNothing(String header) {
        assertThat(ByteRange.of(header, 100)).contains(ByteRange.whole(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void hasNoPartBeyondTheEnd(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=-1", "bytes=0-0"})
    void hasNoPartOfNothing(String header) {
        assertThat(ByteRange.of(header, 0)).isEmpty();
    }
}
