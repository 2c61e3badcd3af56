// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.testing.Eventually;

class HandshakePaceTest {

    private final Server server = new Server();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger handshakes = new AtomicInteger();
    private PacedConnector connector;

    @BeforeEach
    void start() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        new SelfSignedCertificate(List.of()).addEc(store, "server", "secret".toCharArray());
        SlowKey tls = new SlowKey();
        new ServingKeys(store, "secret").useIn(tls);
        connector = new PacedConnector(
                server,
                null,
                new HandshakePace(tls, "http/1.1", 1),
                new HttpConnectionFactory(new HttpConfiguration()),
                2);
        server.addConnector(connector);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        goOn.countDown();
        server.stop();
    }

    @Test
    void beginsWithNobodyWhileAsManyHandshakesAreComputed() throws Exception {
        CompletableFuture<String> first = get();
        begun.await();
        List<CompletableFuture<String>> others =
                IntStream.range(0, 5).mapToObj(i -> get()).toList();
        awaitPacer();
        assertThat(handshakes.get()).isLessThan(4);

        goOn.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS)).startsWith("HTTP/1.1 404");
        for (CompletableFuture<String> other : others) {
            assertThat(other.get(20, TimeUnit.SECONDS)).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void isNotHeldUpByClientsThatSayNothing() throws Exception {
        goOn.countDown();
        try (Socket silent = new Socket("localhost", connector.getLocalPort());
                Socket begins = new Socket("localhost", connector.getLocalPort())) {
            begins.getOutputStream().write(new byte[] {22, 3, 1, 2, 0, 1});
            assertThat(get().get(20, TimeUnit.SECONDS)).startsWith("HTTP/1.1 404");
            assertThat(silent.isConnected()).isTrue();
        }
    }

    @Test
    void stopsWhileOthersWait() throws Exception {
        get();
        begun.await();
        CompletableFuture<String> second = get();
        awaitPacer();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(this::stopConnector);
        Eventually.until("nobody waits", () -> !pacerWaits());
        goOn.countDown();
        stopping.get(20, TimeUnit.SECONDS);
        assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    private void stopConnector() {
        try {
            connector.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<String> get() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new TestClient(connector.getLocalPort(), true).get("/");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task, "client").start());
    }

    private static void awaitPacer() {
        Eventually.until("the pacer waits", HandshakePaceTest::pacerWaits);
    }

    private static boolean pacerWaits() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals(HandshakePace.class.getName())
                        && frame.getMethodName().equals("await"));
    }

    /** A handshake takes until it may go on. */
    private final class SlowKey extends SslContextFactory.Server {
        @Override
        protected KeyManager[] getKeyManagers(KeyStore store) throws Exception {
            return Arrays.stream(super.getKeyManagers(store))
                    .map(manager -> new SlowManager((X509ExtendedKeyManager) manager))
                    .toArray(KeyManager[]::new);
        }
    }

    private final class SlowManager extends X509ExtendedKeyManager {

        private final X509ExtendedKeyManager manager;

        SlowManager(X509ExtendedKeyManager manager) {
            this.manager = manager;
        }

        @Override
        public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
            handshakes.incrementAndGet();
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return manager.chooseEngineServerAlias(type, issuers, engine);
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return manager.getCertificateChain(alias);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return manager.getPrivateKey(alias);
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return manager.getServerAliases(type, issuers);
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return manager.chooseServerAlias(type, issuers, socket);
        }
    }
}
