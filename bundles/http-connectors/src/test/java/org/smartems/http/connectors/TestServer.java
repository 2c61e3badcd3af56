// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.Filter;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;

/** A Jetty server configured as Pax Web's is: the plain connector comes after the configuration. */
final class TestServer implements AutoCloseable {

    /** Behind the gate. */
    interface Service {
        void serve(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    final Path etc;
    final AtomicReference<Filter> front =
            new AtomicReference<>((request, response, chain) -> chain.doFilter(request, response));
    final AtomicReference<Service> service = new AtomicReference<>(
            (request, response) -> response.getWriter().print(request.getAttribute("org.smartems.http.connector")));
    final Server server = new Server();

    TestServer(Path etc, String... settings) throws Exception {
        this.etc = etc;
        Files.writeString(
                etc.resolve("org.smartems.http.cfg"),
                "https.port = 0\ndevices.port = 0\n" + String.join("\n", settings) + "\n");
        server.setHandler(new AbstractHandler() {
            @Override
            public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
                    throws IOException, ServletException {
                base.setHandled(true);
                service.get().serve(request, response);
            }
        });
        Connectors.configure(server, etc, front::get);
        server.addConnector(new ServerConnector(server));
        server.start();
    }

    int port(String connector) {
        return Arrays.stream(server.getConnectors())
                .filter(candidate -> candidate.getName().equals(connector))
                .mapToInt(candidate -> ((ServerConnector) candidate).getLocalPort())
                .findFirst()
                .orElse(-1);
    }

    TestClient client(String connector) {
        return new TestClient(port(connector), !connector.equals("http"));
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
