// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smartems.benchmark.Json;

class DialectTest {

    private static final String OFFER = "{\"serialNumber\":\"BENCH000042\",\"commandName\":\"update_config\","
            + "\"commandTransactionId\":\"3b0c-1\",\"config\":{\"device\": \"BENCH000042\"}\n}";

    @Test
    void saysNewThingsInTheFormOfTheDialect() throws IOException {
        Dialect gateway = Dialect.EDGE_GATEWAY;
        Map<?, ?> report = (Map<?, ?>) Json.read(gateway.report(42, 5, gateway.config(7)));
        assertThat(report.get("serialNumber")).isEqualTo("BENCH000042");
        assertThat(((Map<?, ?>) report.get("config")).get("number")).isEqualTo(BigDecimal.valueOf(7));
        Map<?, ?> done = (Map<?, ?>) Json.read(gateway.report(42, 5, gateway.done("3b0c-1")));
        assertThat(done.get("commandTransactionId")).isEqualTo("3b0c-1");
        assertThat(done.get("commandStatus")).isEqualTo("success");
        String form = Dialect.TK800.report(42, 5, Dialect.TK800.config(7));
        assertThat(form).contains("&config=interface+cellular", "banner+7").doesNotContain(" ", "\n");
        assertThat(Dialect.TK800.config(7)).isNotEqualTo(Dialect.TK800.config(8));
    }

    @Test
    void findsTheTransactionOfACommand() {
        assertThat(Dialect.EDGE_GATEWAY.transaction(42, answer("application/json", OFFER)))
                .contains("3b0c-1");
        assertThat(Dialect.EDGE_GATEWAY.transaction(43, answer("application/json", OFFER)))
                .isEmpty();
        String config = "{\"device\": \"BENCH000042\"}\n";
        assertThat(Dialect.TK800.transaction(42, answer("configuration/startup-config", config)))
                .isEqualTo(Optional.of(""));
        for (Answer other : List.of(answer("text/html", config), answer("configuration/startup-config", ""))) {
            assertThat(Dialect.TK800.transaction(42, other)).isEmpty();
        }
    }

    private static Answer answer(String type, String body) {
        return new Answer(200, "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n", body.getBytes(UTF_8));
    }
}
