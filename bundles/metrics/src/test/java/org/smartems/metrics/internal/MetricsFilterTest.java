// SPDX-License-Identifier: Apache-2.0
package org.smartems.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.spi.metrics.Histogram;
import org.smartems.spi.metrics.MetricSource;

class MetricsFilterTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private final Server server = new Server(0);
    private MetricsFilter filter;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        file = folder.resolve("metrics.token");
        filter = new MetricsFilter(file);
        server.setHandler(new AbstractHandler() {
            @Override
            public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
                    throws IOException, ServletException {
                filter.doFilter(request, response, null);
                base.setHandled(true);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        filter.close();
    }

    @Test
    void tellsWhatSourcesCount() throws Exception {
        Histogram sizes = Histogram.of(1, 10);
        sizes.record(1);
        sizes.record(7);
        sizes.record(70);
        filter.add(metrics -> {
            metrics.counter("smartems_things", "Things, such as a \"b\".", 3, "kind", "a \"quoted\" one", "of", "x");
            metrics.counter("smartems_things", "Things, such as a \"b\".", 4, "kind", "b", "of", "x");
            metrics.gauge("smartems_level_bytes", "A level.", -1.5);
            metrics.histogram("smartems_sizes", "Sizes.", sizes, "kind", "a");
        });
        HttpResponse<String> answer = get(token());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body().lines())
                .contains(
                        "# HELP smartems_things_total Things, such as a \"b\".",
                        "# TYPE smartems_things_total counter",
                        "smartems_things_total{kind=\"a \\\"quoted\\\" one\",of=\"x\"} 3.0",
                        "smartems_things_total{kind=\"b\",of=\"x\"} 4.0",
                        "smartems_level_bytes -1.5",
                        "smartems_sizes_bucket{kind=\"a\",le=\"1.0\"} 1",
                        "smartems_sizes_bucket{kind=\"a\",le=\"10.0\"} 2",
                        "smartems_sizes_bucket{kind=\"a\",le=\"+Inf\"} 3",
                        "smartems_sizes_count{kind=\"a\"} 3",
                        "smartems_sizes_sum{kind=\"a\"} 78.0");
    }

    @Test
    void tellsOfTheJavaMachineAndTheProcess() throws Exception {
        assertThat(get(token()).body())
                .contains(
                        "jvm_memory_used_bytes{",
                        "jvm_gc_",
                        "jvm_threads_live_threads ",
                        "process_cpu_usage ",
                        "process_uptime_seconds ",
                        "process_files_open_files ");
    }

    @Test
    void aSourceThatFailsHarmsNoOther() throws Exception {
        MetricSource broken = metrics -> {
            metrics.gauge("smartems_half", "Not told.", 1);
            throw new IllegalStateException("broken");
        };
        filter.add(broken);
        filter.add(metrics -> metrics.gauge("not a name", "Refused.", 1));
        filter.add(metrics -> metrics.gauge("smartems_one", "One.", 1));
        filter.add(metrics -> metrics.counter("smartems_one", "Another one.", 1));
        filter.add(metrics -> metrics.gauge("smartems_two", "Two.", 2));
        get(token());
        String text = get(token()).body();
        assertThat(text).contains("smartems_one 1.0", "smartems_two 2.0").doesNotContain("smartems_half", "not a name");
        assertThat(text)
                .contains("smartems_metric_source_failures_total{source=\""
                        + getClass().getName() + "\"} 6.0");
        filter.remove(broken);
        assertThat(get(token()).body()).contains("} 8.0");
    }

    @Test
    void asksForTheToken() throws Exception {
        for (String authorization :
                new String[] {"", "Bearer", "Bearer x", "Bearer " + token() + "x", "Basic " + token(), token()}) {
            HttpResponse<String> answer = send("GET", "/metrics", authorization);
            assertThat(answer.statusCode()).as(authorization).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"metrics\"");
            assertThat(answer.body()).doesNotContain("jvm_");
        }
    }

    @Test
    void theTokenIsMadeOnceForTheOwnerAlone() throws Exception {
        String made = token();
        assertThat(made).hasSizeGreaterThanOrEqualTo(43);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        new MetricsFilter(file).close();
        assertThat(token()).isEqualTo(made);
        Files.writeString(file, "");
        new MetricsFilter(file).close();
        assertThat(token()).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(made);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anotherTokenCountsAtOnceAndAShortOneNever() throws Exception {
        String before = token();
        Files.writeString(file, "a-token-of-my-own-choice\n");
        assertThat(get("a-token-of-my-own-choice").statusCode()).isEqualTo(200);
        assertThat(get(before).statusCode()).isEqualTo(401);
        Files.writeString(file, "short\n");
        assertThat(get("short").statusCode()).isEqualTo(401);
        Files.delete(file);
        assertThat(get("short").statusCode()).isEqualTo(401);
    }

    @Test
    void knowsItsPathAndMethods() throws Exception {
        String bearer = "Bearer " + token();
        assertThat(send("GET", "/metrics/x", bearer).statusCode()).isEqualTo(404);
        assertThat(send("POST", "/metrics", bearer).statusCode()).isEqualTo(405);
        HttpResponse<String> head = send("HEAD", "/metrics", bearer);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isGreaterThan(1000);
    }

    private String token() throws IOException {
        return Files.readString(file).strip();
    }

    private HttpResponse<String> get(String token) throws Exception {
        return send("GET", "/metrics", "Bearer " + token);
    }

    private HttpResponse<String> send(String method, String path, String authorization) throws Exception {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.noBody());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
