// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smartems.authenticator.digest.internal.DigestAuthenticator;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.testing.RawClient;

/** Digest as somebody else has written it: the client of Java. */
class DigestTest extends EndpointTestBase {

    @BeforeAll
    static void addRouters() {
        server.plugIns.addAuthenticator(new DigestAuthenticator());
        server.catalogue
                .with(FakeCatalogue.type(50, "test", "/router", "digest"))
                .with(new Credential(50, "router", "s\"ec\\ret", true, Set.of(50L)));
    }

    @Test
    void letsARouterPassAfterItsChallenge() throws Exception {
        Router router = new Router("s\"ec\\ret");
        for (int i = 1; i <= 3; i++) {
            assertThat(router.post("/router/config?contact=" + i, "Serial=x")).isEqualTo(200);
        }
        assertThat(server.checkIns.stored).hasSize(3);
        assertThat(server.checkIns.failures).isEmpty();
    }

    @Test
    void refusesARouterWithAnotherPassword() throws Exception {
        assertThat(new Router("secret").post("/router/config", "Serial=x")).isEqualTo(401);
        assertThat(server.checkIns.failures).isNotEmpty();
        assertThat(server.checkIns.stored).isEmpty();
    }

    @Test
    void givesANewNonceForOneThatIsNotItsOwn() throws Exception {
        RouterCredentials router = new RouterCredentials("router", "s\"ec\\ret");
        String target = "/router/config";
        RawClient.Answer answer = server.post(target, "", router.header(target, "Zm9yZWlnbg", 1));
        String nonce = assertStale(answer);
        assertThat(server.post(target, "", router.header(target, nonce, 1)).status())
                .isEqualTo(200);
        assertThat(server.checkIns.stored).hasSize(1);
    }

    @Test
    void refusesACountOfANonceThatWasUsedBefore() throws Exception {
        RouterCredentials router = new RouterCredentials("router", "s\"ec\\ret");
        String target = "/router/config";
        String nonce = RouterCredentials.nonce(server.post(target, ""));
        String authorized = router.header(target, nonce, 1);
        assertThat(server.post(target, "", authorized).status()).isEqualTo(200);
        String next = assertStale(server.post(target, "", authorized));
        assertThat(next).isNotEqualTo(nonce);
        assertThat(server.checkIns.stored).hasSize(1);
        assertThat(server.post(target, "", router.header(target, next, 1)).status())
                .isEqualTo(200);
        assertThat(server.checkIns.stored).hasSize(2);
    }

    /** It is no guess, so it is not logged as one. */
    private static String assertStale(RawClient.Answer answer) {
        assertRefused(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Digest ").contains("stale=\"true\"");
        assertThat(server.checkIns.failures).isEmpty();
        return RouterCredentials.nonce(answer);
    }

    private static final class Router extends Authenticator {

        private final String password;

        Router(String password) {
            this.password = password;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            assertThat(getRequestingScheme()).isEqualToIgnoringCase("digest");
            assertThat(getRequestingPrompt()).isEqualTo("Router Area");
            return new PasswordAuthentication("router", password.toCharArray());
        }

        int post(String target, String body) throws Exception {
            URL url = new URL("https://127.0.0.1:" + server.port() + target);
            HttpsURLConnection connection = (HttpsURLConnection) url.openConnection();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustAll()}, new SecureRandom());
            connection.setSSLSocketFactory(context.getSocketFactory());
            connection.setHostnameVerifier((host, session) -> true);
            connection.setAuthenticator(this);
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
            return connection.getResponseCode();
        }
    }

    private static final class TrustAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
