// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.smartems.http.connectors.Connectors;
import org.smartems.testing.RawClient;

/** The real connectors with the real front; behind it a service that tells what reached it. */
final class FrontServer implements AutoCloseable {

    final Server server = new Server();
    final DeviceQueue queue = new DeviceQueue(members(DeviceQueueConfiguration.class, Map.of()));
    final FrontFilter front = new FrontFilter(members(FrontConfiguration.class, Map.of()), queue);
    final AtomicInteger passed = new AtomicInteger();

    FrontServer(Path etc, String... settings) throws Exception {
        Files.writeString(
                etc.resolve("org.smartems.http.cfg"),
                "https.port = 0\ndevices.port = 0\ndevicesExtra.port = 0\n" + String.join("\n", settings) + "\n");
        server.setHandler(new AbstractHandler() {
            @Override
            public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
                    throws IOException, ServletException {
                base.setHandled(true);
                passed.incrementAndGet();
                serve(request, response);
            }
        });
        Connectors.configure(server, etc, () -> front);
        server.addConnector(new ServerConnector(server));
        server.start();
    }

    /** Members that are not given have their default. */
    static <T> T members(Class<T> type, Map<String, Object> members) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> members.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    static FrontConfiguration configuration(Map<String, Object> members) {
        return members(FrontConfiguration.class, members);
    }

    void configure(Map<String, Object> members) {
        front.configure(configuration(members));
    }

    void configureQueue(Map<String, Object> members) {
        queue.configure(members(DeviceQueueConfiguration.class, members));
    }

    int port(String connector) {
        return Arrays.stream(server.getConnectors())
                .filter(candidate -> candidate.getName().equals(connector))
                .mapToInt(candidate -> ((ServerConnector) candidate).getLocalPort())
                .findFirst()
                .orElseThrow();
    }

    RawClient client(String connector) {
        return new RawClient(port(connector), !connector.equals("http"));
    }

    private static void serve(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (request.getRequestURI()) {
            case "/web/api/body", "/web/api/x/list", "/web/api/x/export/csv", "/web/tus/upload/1" ->
                response.getWriter().print(request.getInputStream().readAllBytes().length + " bytes");
            case "/web/api/reader" ->
                response.getWriter().print(request.getReader().readLine());
            case "/web/api/mapped" -> mapsEveryFailure(request, response);
            case "/web/api/fails" -> throw new ServletException("secret");
            case "/web/api/error" -> response.sendError(404, "secret text");
            case "/web/api/reset" -> {
                response.reset();
                response.getWriter().print("after reset");
            }
            default -> describe(request, response);
        }
    }

    private static void mapsEveryFailure(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            request.getInputStream().readAllBytes();
        } catch (IOException e) {
            response.setStatus(500);
            response.getOutputStream().print("mapped");
        }
    }

    private static void describe(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print(String.join(
                        " ",
                        "address=" + request.getRemoteAddr(),
                        "remoteHost=" + request.getRemoteHost(),
                        "secure=" + request.isSecure(),
                        "url=" + request.getRequestURL(),
                        "forwarded=" + request.getHeader("X-Forwarded-For") + request.getHeader("Forwarded"),
                        "names=" + Collections.list(request.getHeaderNames()),
                        "certificate=" + (request.getAttribute("javax.servlet.request.X509Certificate") != null),
                        "id=" + request.getAttribute("org.smartems.http.requestId")));
    }

    @Override
    public void close() {
        try {
            server.stop();
            queue.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
