// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.platform.authentication.Authentication;
import org.smartems.rest.internal.error.ErrorExtension;
import org.smartems.rest.internal.export.ExportFormats;
import org.smartems.rest.internal.json.JsonExtension;
import org.smartems.rest.internal.resource.LargeBatches;
import org.smartems.rest.internal.resource.ResourceRegistry;

class ApiFilterTest {

    private static final String ROOT = "/web/api";

    private final Things things = new Things();
    private ApiFilter filter =
            new ApiFilter(List.of(things, new Others()), List.of(new JsonExtension(), new ErrorExtension()));
    private boolean closed;
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @Path("things")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class Things {

        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);

        @GET
        @Path("{name}")
        public Map<String, String> thing(@PathParam("name") String name, @Context UriInfo uri) {
            return new TreeMap<>(Map.of(
                    "name",
                    name,
                    "path",
                    uri.getPath(),
                    "base",
                    uri.getBaseUri().getPath()));
        }

        @POST
        @Path("slow")
        public void slow() throws InterruptedException {
            entered.countDown();
            mayEnd.await();
        }
    }

    @Path("others")
    public static final class Others {

        @GET
        @Produces(MediaType.TEXT_PLAIN)
        public String other() {
            return "other";
        }
    }

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setHandler(new AbstractHandler() {
            @Override
            public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
                    throws IOException, ServletException {
                base.setHandled(true);
                filter.doFilter(new UnderRoot(request), response, (same, answer) -> ((HttpServletResponse) answer)
                        .sendError(503));
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        things.mayEnd.countDown();
        server.stop();
        if (!closed) {
            filter.close();
        }
    }

    @Test
    void servesEveryResourceWithEveryExtension() throws Exception {
        assertThat(send("GET", "/things/a%20b"))
                .isEqualTo("200 application/json {\"base\":\"/web/api/\",\"name\":\"a b\",\"path\":\"things/a b\"}");

        assertThat(send("GET", "/others")).isEqualTo("200 text/plain other");
    }

    @Test
    void wordsItsOwnRefusals() throws Exception {
        assertThat(send("GET", "/nothing")).startsWith("404 application/json {\"code\":404,\"message\":\"Not Found\"");
        assertThat(send("GET", "")).startsWith("404 application/json {\"code\":404");
        assertThat(send("DELETE", "/others")).startsWith("405 application/json {\"code\":405");
    }

    @Test
    void asksWhoIsCallingWhateverIsServed() throws Exception {
        filter.close();
        filter = new ApiFilter(
                (Authentication) null, null, new ResourceRegistry(), null, new ExportFormats(), new LargeBatches());
        assertThat(send("GET", "/authentication/get/roles")).startsWith("401 application/json {\"code\":401");
        assertThat(send("POST", "/authenticated/logout")).startsWith("401 application/json {\"code\":401");
        assertThat(send("GET", "/console/resources")).startsWith("401 application/json {\"code\":401");
        assertThat(send("POST", "/console/resources")).startsWith("405 application/json {\"code\":405");
        assertThat(send("GET", "/no/such/thing")).startsWith("404 application/json {\"code\":404");
    }

    @Test
    void endsWhatItServesAndHandsBackWhatComesLater() throws Exception {
        CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> send("POST", "/things/slow"));
        things.entered.await();
        Thread closing = new Thread(() -> {
            try {
                filter.close();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        closing.start();
        closed = true;
        // waits for the slow one, so others are still served
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(send("GET", "/others")).isEqualTo("200 text/plain other");

        things.mayEnd.countDown();
        assertThat(slow.get()).startsWith("204");
        closing.join();
        assertThat(send("GET", "/others")).startsWith("503");
    }

    private String send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + connector.getLocalPort() + ROOT + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return answer.statusCode() + " " + type + " " + answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the front presents it. */
    private static final class UnderRoot extends HttpServletRequestWrapper {

        UnderRoot(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContextPath() {
            return "";
        }

        @Override
        public String getServletPath() {
            return ROOT;
        }

        @Override
        public String getPathInfo() {
            String rest = super.getPathInfo().substring(ROOT.length());
            return rest.isEmpty() ? null : rest;
        }
    }
}
