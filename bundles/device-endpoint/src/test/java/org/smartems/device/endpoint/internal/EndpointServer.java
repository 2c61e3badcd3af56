// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.Filter;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.smartems.authenticator.basic.internal.BasicAuthenticator;
import org.smartems.device.endpoint.internal.recording.ExchangeRecorder;
import org.smartems.device.endpoint.internal.recording.RecorderAccess;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.plugin.InstalledPlugIns;
import org.smartems.http.connectors.Connectors;
import org.smartems.http.front.internal.FrontAccess;
import org.smartems.platform.plugin.Limits;
import org.smartems.testing.RawClient;

/** The real connectors, front and endpoint before a fleet that is made up. */
final class EndpointServer implements AutoCloseable {

    static final String AUTHORIZED = "Authorization: Basic "
            + Base64.getEncoder().encodeToString("device:secret".getBytes(StandardCharsets.UTF_8));

    static final int THREADS = 30;

    final FakeCatalogue catalogue = new FakeCatalogue();
    final FakeCheckIns checkIns = new FakeCheckIns();
    final FakeLinks links = new FakeLinks();
    final TestProcedure procedure = new TestProcedure("test");
    final InstalledPlugIns plugIns;
    final ExchangeRecorder recorder;

    /** Whether the audit log cannot be told of recordings. */
    final AtomicBoolean untold = new AtomicBoolean();

    private final Server server = new Server(new QueuedThreadPool(THREADS));
    private final DevicesFilter filter;

    EndpointServer(Path etc) throws Exception {
        this(
                etc,
                new Limits(
                        2,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        3,
                        Duration.ofHours(1),
                        64 << 20));
    }

    EndpointServer(Path etc, Limits limits) throws Exception {
        plugIns = new InstalledPlugIns(limits);
        recorder = RecorderAccess.of(catalogue, etc.resolve("recordings"), untold);
        Files.writeString(
                etc.resolve("org.smartems.http.cfg"), "https.port = 0\ndevices.port = 0\nidleTimeout = 1500ms\n");
        plugIns.addProcedure(procedure);
        plugIns.addAuthenticator(new BasicAuthenticator());
        catalogue
                .with(FakeCatalogue.type(1, "test", "/open", "none"))
                .with(FakeCatalogue.type(2, "test", "/closed", "basic"))
                .with(new Credential(7, "device", "secret", true, Set.of(2L, 3L, 4L, 5L)));
        filter = new DevicesFilter(
                catalogue, checkIns, links, plugIns, purpose -> purpose.getBytes(StandardCharsets.UTF_8), recorder);
        Filter front = FrontAccess.before(filter, Map.of("deviceBodyBytes", 1L << 20));
        Connectors.configure(server, etc, () -> front);
        server.addConnector(new ServerConnector(server));
        server.start();
    }

    RawClient client() {
        return new RawClient(port(), true);
    }

    RawClient.Answer get(String target, String... headers) throws Exception {
        return client().get(target, headers);
    }

    RawClient.Answer post(String target, String body, String... headers) throws Exception {
        return client().post(target, body, headers);
    }

    void stopEndpoint() throws InterruptedException {
        filter.close();
    }

    int port() {
        return Arrays.stream(server.getConnectors())
                .filter(connector -> connector.getName().equals("https"))
                .mapToInt(connector -> ((ServerConnector) connector).getLocalPort())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException(e);
        } finally {
            plugIns.close();
        }
    }
}
