// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.testing.RawClient;

/** One server per class; each test begins with a procedure that checks in. */
@Timeout(60)
abstract class EndpointTestBase {

    static EndpointServer server;

    @BeforeAll
    static void start(@TempDir Path etc) throws Exception {
        server = new EndpointServer(etc);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void reset() {
        server.procedure.handling = TestProcedure.CHECKS_IN;
        server.checkIns.forget();
        server.plugIns.restart("procedure:test");
    }

    static void assertRefused(RawClient.Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.body())
                .matches("\\{\"code\":" + status + ",\"message\":\"[A-Za-z ]+\",\"requestId\":\"\\w+\"}");
    }

    static void assertAway(RawClient.Answer answer) {
        assertRefused(answer, 503);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(5, 34);
    }
}
