// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.platform.plugin.Limits;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.testing.Eventually;
import org.smartems.testing.RawClient;

@Timeout(60)
class WayBackTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Limits ONE_MOMENT = new Limits(2, LONG, LONG, Duration.ofMillis(100), 3, LONG, Long.MAX_VALUE);

    private final CountDownLatch released = new CountDownLatch(1);

    @Test
    void sendsWhatIsStoredWhenThereIsNoWayBackIntoTheProcedure(@TempDir Path etc) throws Exception {
        try (EndpointServer server = new EndpointServer(etc, ONE_MOMENT)) {
            server.procedure.handling = exchange -> {
                exchange.log(LogLevel.INFO, "before", Map.of());
                return TestProcedure.CHECKS_IN.apply(exchange);
            };
            server.checkIns.after = () -> takeEveryPlace(server);
            RawClient.Answer answer = server.post("/open/config", "");
            released.countDown();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("checked in");
            Eventually.until("it is told", () -> server.checkIns.deliveries.equals(List.of("written")));
            Eventually.until("the others have ended", () -> running(server) == 0);
            assertThat(server.checkIns.logged).as("its lines are stored once").noneMatch(logged -> logged.messageIds()
                    .contains("before"));
        }
    }

    private void takeEveryPlace(EndpointServer server) {
        server.procedure.handling = this::await;
        for (int i = 0; i < 2; i++) {
            new Thread(() -> post(server)).start();
        }
        Eventually.until("every place is taken", () -> running(server) == 2);
    }

    private DeviceResponse await(DeviceExchange exchange) {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return DeviceResponse.empty();
    }

    private static void post(EndpointServer server) {
        try {
            server.post("/open/config", "");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int running(EndpointServer server) {
        return server.plugIns.plugIns().stream()
                .filter(plugIn -> plugIn.id().equals("procedure:test"))
                .findFirst()
                .orElseThrow()
                .counts()
                .running();
    }
}
