// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.persistence.Transactions;
import org.smartems.platform.authentication.Caller;
import org.smartems.platform.authentication.Role;
import org.smartems.resource.Engine;
import org.smartems.resource.Permission;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.rest.internal.UnderPath;
import org.smartems.rest.internal.openapi.Tokens;
import org.smartems.testing.RawClient;

class DownloadFilterTest {

    private static final String CONTENT = "0123456789";
    private static final String MD5 = "781e5e245d69b566979b86e28d23f2c7";
    private static final Instant MOMENT = Instant.parse("2026-11-05T09:08:07Z");
    private static final String OPERATOR = "Authorization: Bearer operator";

    @TempDir
    private Path files;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ResourceRegistry registry = new ResourceRegistry();

    private static Caller caller(Role role) {
        return new Caller(1, "caller", Set.of(Role.ROLE_USER, role), UUID.randomUUID());
    }

    @BeforeEach
    void start() throws Exception {
        registry.add(new Resources() {
            @Override
            public List<Route> routes() {
                return List.of(Route.get("download/firmware/{name}")
                        .access(Permission.SMARTEMS)
                        .answers(Route.Answer.FILE)
                        .handle(call -> file(call.path().get("name"))));
            }
        });
        DownloadFilter filter = new DownloadFilter(
                new Tokens(Map.of("operator", caller(Role.ROLE_SMARTEMS), "technician", caller(Role.ROLE_VPN))),
                registry,
                new Engine(transactions(), format -> Optional.empty()));
        server.addConnector(connector);
        server.setHandler(new AbstractHandler() {
            @Override
            public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
                    throws IOException {
                base.setHandled(true);
                filter.doFilter(new UnderPath(request, DownloadFilter.PATH), response, null);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    /** Runs what is to be run and has no database. */
    private static Transactions transactions() {
        return (Transactions) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(),
                new Class<?>[] {Transactions.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "call" -> ((Transactions.Work<?, ?>) arguments[0]).run();
                    case "active" -> false;
                    default -> null;
                });
    }

    private Result file(String name) {
        Path path = files.resolve(name);
        return Result.content(new Result.Content(name, CONTENT.length(), MD5, MOMENT, () -> FileChannel.open(path)));
    }

    private RawClient.Answer send(String method, String path, String... headers) throws Exception {
        return new RawClient(connector.getLocalPort(), false).send(method, DownloadFilter.PATH + path, headers);
    }

    private RawClient.Answer get(String... headers) throws Exception {
        Files.writeString(files.resolve("fw 1.bin"), CONTENT);
        return send("GET", "/firmware/fw%201.bin", headers);
    }

    @Test
    void givesTheWholeFile() throws Exception {
        RawClient.Answer answer = get(OPERATOR);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(CONTENT);
        assertThat(answer.header("Content-Length")).isEqualTo("10");
        assertThat(answer.header("ETag")).isEqualTo('"' + MD5 + '"');
        assertThat(answer.header("Last-Modified")).isEqualTo("Thu, 05 Nov 2026 09:08:07 GMT");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"fw 1.bin\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=7-, 206, 789, bytes 7-9/10",
        "bytes=-2, 206, 89, bytes 8-9/10",
        "bytes=0-0, 206, 0, bytes 0-0/10",
        "bytes=x, 200, 0123456789,"
    })
    void givesAPart(String range, int status, String body, String contentRange) throws Exception {
        RawClient.Answer answer = get(OPERATOR, "Range: " + range);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.header("Content-Range")).isEqualTo(contentRange);
    }

    @Test
    void refusesAPartThatIsNotThere() throws Exception {
        RawClient.Answer answer = get(OPERATOR, "Range: bytes=10-");
        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */10");
        assertThat(answer.body()).contains("\"code\":416");
    }

    @Test
    void continuesOnlyTheSameFile() throws Exception {
        assertThat(get(OPERATOR, "Range: bytes=9-", "If-Range: \"" + MD5 + '"').body())
                .isEqualTo("9");
        RawClient.Answer other = get(OPERATOR, "Range: bytes=9-", "If-Range: \"other\"");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(CONTENT);
        assertThat(get(OPERATOR, "If-None-Match: \"" + MD5 + '"').status()).isEqualTo(304);
    }

    @Test
    void tellsOfAFileWithoutSendingIt() throws Exception {
        get(OPERATOR);
        RawClient.Answer answer = send("HEAD", "/firmware/fw%201.bin", OPERATOR);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("10");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void refusesWhoMayNotAndWhatIsNotThere() throws Exception {
        assertThat(get().status()).isEqualTo(401);
        assertThat(get("Authorization: Bearer stranger").status()).isEqualTo(401);
        assertThat(get("Authorization: Bearer technician").status()).isEqualTo(403);
        assertThat(send("GET", "/other", OPERATOR).status()).isEqualTo(404);
        RawClient.Answer post = send("POST", "/firmware/a", OPERATOR);
        assertThat(post.status()).isEqualTo(405);
        assertThat(post.header("Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void answersAFileThatIsGoneOrCutOffWithAnError() throws Exception {
        assertThat(send("GET", "/firmware/gone", OPERATOR).status()).isEqualTo(500);
        Files.writeString(files.resolve("short"), "012");
        RawClient.Answer answer = send("GET", "/firmware/short", OPERATOR);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("ETag")).isNull();
    }
}
