// SPDX-License-Identifier: Apache-2.0
package org.smartems.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @ParameterizedTest
    @CsvSource({
        "a=1, a, 1",
        "a=1&b=2, b, 2",
        "a=1&a=2, a, 2",
        "a=1&&b=2&, b, 2",
        "a=, a, ''",
        "a, a, ''",
        "=1, '', 1",
        "a=b=c, a, b=c",
        "a=%3d%3D, a, ==",
        "a+b=c+d, a b, c d",
        "%61=%2B, a, +",
        "a=%C3%A4%e2%82%ac, a, ä€",
        "a=ä, a, ä",
        "a=%25, a, %",
        "a=%26b=1, a, &b=1",
        "a=1;b=2, a, 1;b=2",
    })
    void readsAMember(String body, String name, String value) throws MalformedFormException {
        assertThat(parse(body).value(name)).hasValue(value);
    }

    @Test
    void tellsNamesApartByCase() throws MalformedFormException {
        assertThat(parse("Serial=1").value("serial")).isEmpty();
        assertThat(parse("").value("")).isEmpty();
    }

    @Test
    void changesNoBlankAndNoLineBreak() throws MalformedFormException {
        assertThat(parse("a=%20x%0D%0A\r\n\t").value("a")).hasValue(" x\r\n\r\n\t");
        assertThat(parse("a=%00").value("a")).hasValue("\0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%4&b=1", "a=%&41=1", "a=%zz", "a=%4g", "a=%-1", "%=1", "a%4=1", "a=%%41"})
    void refusesABrokenEscape(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(MalformedFormException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%FF", "a=%C3", "a=%C3(", "a=%C0%80", "a=%ED%A0%80", "%FF=1", "ignored=%F5%80%80%80"})
    void refusesBytesThatAreNotUtf8(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(MalformedFormException.class);
    }

    @Test
    void refusesRawBytesThatAreNotUtf8() {
        assertThatThrownBy(() -> Form.parse(new byte[] {'a', '=', (byte) 0xE4}))
                .isInstanceOf(MalformedFormException.class);
    }

    @Test
    void takesAThousandMembersAndNotOneMore() throws MalformedFormException {
        assertThat(parse("a=1&".repeat(999) + "b=2").value("b")).hasValue("2");
        assertThatThrownBy(() -> parse("a=1&".repeat(1000) + "b=2")).isInstanceOf(MalformedFormException.class);
    }

    @Test
    void countsNoEmptyMember() throws MalformedFormException {
        assertThat(parse("&".repeat(5000) + "b=2").value("b")).hasValue("2");
    }

    private static Form parse(String body) throws MalformedFormException {
        return Form.parse(body.getBytes(StandardCharsets.UTF_8));
    }
}
