// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.servlet.Filter;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the Jetty server of Pax Web its TLS connectors, its limits, and the gate in front of every request.
 *
 * <p>Called by {@code /jetty.xml} before the server starts.
 */
public final class Connectors {

    private static final Logger LOG = LoggerFactory.getLogger(Connectors.class);
    private static final String DEVICES = "devices";
    /** For a fleet that connects at one moment; the kernel allows as much ({@code net.core.somaxconn}). */
    private static final int ACCEPT_QUEUE = 4096;

    /**
     * Of an accepted connection. The kernel would let it grow to megabytes, and a line that broke would be noticed only
     * after as much had left: an answer with a config would count as taken. So much in flight still fills 10 Mbit/s
     * at 100 ms.
     */
    private static final int SEND_BUFFER_BYTES = 64 << 10;

    private final Server server;
    private final Settings settings;
    private final KeyStoreFile keyStoreFile;
    private final HeaderDeadline deadline;
    private final List<SslContextFactory.Server> contexts = new ArrayList<>();
    private final Set<Integer> ports = new HashSet<>();

    private Connectors(Server server, Settings settings) {
        this.server = server;
        this.settings = settings;
        this.keyStoreFile = new KeyStoreFile(settings.keyStore(), settings.passwordFile(), settings.hostNames());
        this.deadline = new HeaderDeadline(settings.firstRequestTimeout());
    }

    /**
     * Configures the server from the installation's etc directory; requests go to the front filter service.
     *
     * @param server not started yet
     */
    public static void configure(Server server) {
        FrontTracker front = new FrontTracker();
        server.addBean(front);
        configure(server, Path.of(System.getProperty("karaf.etc")), front);
    }

    /**
     * Configures the server.
     *
     * @param server not started yet
     * @param etc directory of the configuration file
     * @param front supplies the filter that every request passes, or null while there is none
     */
    public static void configure(Server server, Path etc, Supplier<Filter> front) {
        new Connectors(server, Settings.read(etc)).apply(new Gate(front));
    }

    private void apply(Gate gate) {
        ServingKeys keys = keyStoreFile.prepare();
        addTls("https", settings.httpsPort(), settings.httpsAsksForCertificate(), keys);
        addTls(DEVICES, settings.devicesPort(), true, keys);
        addTls(DEVICES + "Extra", settings.devicesExtraPort(), true, keys);
        gate.setHandler(server.getHandler());
        server.setHandler(gate);
        server.setErrorHandler(new JsonErrorHandler());
        server.addBean(new KeyStoreWatch(keyStoreFile, keys, contexts));
        server.addBean(new ClientLimit(settings.maximumConnections(), server));
        server.addBean(new PlainConnectors(this::limit));
    }

    private void addTls(String name, OptionalInt port, boolean askForCertificate, ServingKeys keys) {
        if (port.isEmpty()) {
            LOG.info("Connector {} is off", name);
            return;
        }
        if (port.getAsInt() != 0 && !ports.add(port.getAsInt())) {
            LOG.error(
                    "{}: {}.port = {} is the port of another connector; this one is off",
                    settings.file(),
                    name,
                    port.getAsInt());
            return;
        }
        SslContextFactory.Server tls = askForCertificate ? new AnyClientCertificate() : new SslContextFactory.Server();
        tls.setWantClientAuth(askForCertificate);
        tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        tls.setRenegotiationAllowed(false);
        keys.useIn(tls);
        contexts.add(tls);
        HttpConfiguration http = new HttpConfiguration();
        // Without false, a device that calls by address or by another name is answered 400.
        http.addCustomizer(new SecureRequestCustomizer(false));
        HandshakePace pace = new HandshakePace(tls, "http/1.1");
        ServerConnector connector = new PacedConnector(
                server, threads(name), pace, new HttpConnectionFactory(http), settings.maximumConnections());
        connector.setPort(port.getAsInt());
        limit(name, connector);
        server.addConnector(connector);
    }

    /** Null: those of the server. A fleet that connects all at once computes its handshakes apart from people's. */
    private static Executor threads(String connector) {
        if (!connector.startsWith(DEVICES)) {
            return null;
        }
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("smartems-http-" + connector);
        return threads;
    }

    private void limit(String name, ServerConnector connector) {
        connector.setName(name);
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
        connector.addBean(deadline);
        HttpConfiguration http =
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(settings.requestHeaderSize());
        // Otherwise a refusal by Content-Length waits for the first byte of the body.
        http.setDelayDispatchUntilContent(false);
    }
}
