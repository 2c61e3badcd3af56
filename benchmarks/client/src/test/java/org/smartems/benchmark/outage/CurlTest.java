// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.outage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurlTest {

    @Test
    void quotesWhatADeviceSays() {
        Caller gateway = new Caller("https://h/x", "demo:a\"b\\c", false, "application/json", "{\"a\": 1,\n\"b\": 2}");
        assertThat(Curl.config(7, gateway).lines())
                .contains(
                        "url = \"https://h/x\"",
                        "user = \"demo:a\\\"b\\\\c\"",
                        "basic",
                        "data = \"{\\\"a\\\": 1,\\n\\\"b\\\": 2}\"",
                        "write-out = \"%{stderr}7 %{exitcode} %{http_code} %header{retry-after}\\n\"");
    }

    @Test
    void readsHowACallHasEnded() {
        assertThat(Curl.Answer.of("7 0 503 12")).contains(new Curl.Answer(7, 503, "12"));
        assertThat(Curl.Answer.of("8 0 200 ")).contains(new Curl.Answer(8, 200, ""));
        assertThat(Curl.Answer.of("9 28 401 ")).contains(new Curl.Answer(9, 0, ""));
        assertThat(Curl.Answer.of("curl: no URL specified!")).isEmpty();
    }
}
