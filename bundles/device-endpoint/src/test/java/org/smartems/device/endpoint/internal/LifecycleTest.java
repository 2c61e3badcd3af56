// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.testing.Eventually;
import org.smartems.testing.RawClient;

@Timeout(60)
class LifecycleTest {

    private EndpointServer server;

    @BeforeEach
    void start(@TempDir Path etc) throws Exception {
        server = new EndpointServer(etc);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void sendsDevicesAwayUntilTheFleetIsKnown() throws Exception {
        assertThat(server.get("/health/ready").status()).isEqualTo(200);
        server.catalogue.goAway();
        EndpointTestBase.assertAway(server.post("/open/config", ""));
        EndpointTestBase.assertAway(server.get("/no/such/path"));
        RawClient.Answer ready = server.get("/health/ready");
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.body()).contains("\"devices\":{\"status\":\"down\",\"reason\":\"The database is away\"}");
    }

    @Test
    void letsRequestsEndAndTakesNoMore() throws Exception {
        CountDownLatch stored = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        server.checkIns.before = contact -> {
            inside.countDown();
            await(stored);
        };
        CompletableFuture<RawClient.Answer> last = CompletableFuture.supplyAsync(this::post);
        inside.await();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::stopEndpoint);
        stored.countDown();
        assertThat(last.get().status()).isEqualTo(200);
        stopped.get();
        Eventually.until("no more is taken", () -> post().status() == 503);
        EndpointTestBase.assertAway(post());
    }

    private RawClient.Answer post() {
        try {
            return server.post("/open/config", "");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void stopEndpoint() {
        try {
            server.stopEndpoint();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
