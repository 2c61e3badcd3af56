// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.testing.RawClient;

/** One server per class; each test begins with the default configuration. */
abstract class FrontTestBase {

    static FrontServer server;

    @BeforeAll
    static void start(@TempDir Path etc) throws Exception {
        server = new FrontServer(etc);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void reset() {
        server.configure(Map.of());
        server.passed.set(0);
    }

    static void assertRefused(RawClient.Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.body())
                .matches("\\{\"code\":" + status + ",\"message\":\"[^\"]+\",\"requestId\":\""
                        + answer.header("X-Request-Id") + "\"}");
    }
}
