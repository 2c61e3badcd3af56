// SPDX-License-Identifier: Apache-2.0
package org.smartems.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleServletTest {

    private static final String ROOT = "sample/console/";

    @TempDir
    static Path brand;

    private static final Server SERVER = new Server();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        ServerConnector connector = new ServerConnector(SERVER);
        connector.setHost("127.0.0.1");
        SERVER.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(SERVER, "/");
        ServletHolder holder = new ServletHolder(sample());
        context.addServlet(holder, "/web/*");
        context.addServlet(holder, "/authentication/*");
        SERVER.start();
        port = connector.getLocalPort();
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web",
                "/web/",
                "/web/index.html",
                "/web/devices/12/edit",
                "/web/apiary",
                "/authentication/",
                "/authentication/login?returnTo=%2Fweb%2Fa.b"
            })
    void servesThePageForItsAddresses(String address) throws Exception {
        HttpResponse<String> answer = get(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<title>sample</title>");
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/web/api",
                "/web/api/device/list",
                "/web/tus/upload",
                "/web/doc/admin",
                "/web/assets/gone-0000.js",
                "/web/favicon.ico",
                "/web/.hidden.txt",
                "/web/assets/..%2f..%2fsecret.txt",
                "/web/..%5csecret.txt",
                "/web/%2e%2e/secret.txt",
                "/web//secret.txt",
                "/authentication/theme.js"
            })
    void answersNotFoundForEverythingElse(String address) throws Exception {
        HttpResponse<String> answer = get(address);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("sample").doesNotContain("not to be served");
    }

    @ParameterizedTest
    @CsvSource({
        "/web/theme.js, text/javascript;charset=utf-8, no-cache",
        "/web/assets/app-Ab_1-x.js, text/javascript;charset=utf-8, 'public, max-age=31536000, immutable'",
        "/web/assets/app-Ab_1-x.css, text/css;charset=utf-8, 'public, max-age=31536000, immutable'",
        "/web/assets/logo-1.svg, image/svg+xml, 'public, max-age=31536000, immutable'"
    })
    void tellsTypeAndLifetime(String address, String type, String lifetime) throws Exception {
        HttpResponse<String> answer = get(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo(type);
        assertThat(header(answer, "Cache-Control")).isEqualTo(lifetime);
    }

    @Test
    void compressesForThoseWhoAcceptIt() throws Exception {
        HttpResponse<byte[]> packed = CLIENT.send(
                request("/web/theme.js")
                        .header("Accept-Encoding", "br, gzip;q=0.8")
                        .build(),
                BodyHandlers.ofByteArray());
        HttpResponse<String> plain = get("/web/theme.js");

        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(header(packed, "ETag")).isNotEqualTo(header(plain, "ETag"));
        assertThat(unpack(packed.body())).isEqualTo(plain.body());
        assertThat(packed.body()).hasSizeLessThan(plain.body().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "gzip; q=0.0", "br"})
    void sendsPlainToThoseWhoDoNot(String accepted) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                request("/web/theme.js").header("Accept-Encoding", accepted).build(), BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void doesNotCompressWhatWouldGrow() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                request("/web/assets/logo-1.svg")
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().firstValue("Vary")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
    void sendsNothingAnewThatTheClientHas(String condition) throws Exception {
        String etag = header(get("/web/"), "ETag");
        HttpResponse<String> answer = CLIENT.send(
                request("/web/")
                        .header("If-None-Match", condition.formatted(etag))
                        .build(),
                BodyHandlers.ofString());

        assertThat(etag).matches("\"[\\w-]{22}\"");
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "ETag")).isEqualTo(etag);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void sendsAgainWhatHasChanged() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                request("/web/").header("If-None-Match", "\"older\"").build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/web/, 200", "/web/theme.js, 200", "/web/gone.js, 404"})
    void answersHeadWithoutBody(String address, int status) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                request(address).method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "Content-Length"))
                .isEqualTo(String.valueOf(get(address).body().length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"})
    void refusesOtherMethods(String method) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                request("/web/").method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void isUpOnlyWithItsPage() {
        StaticFiles none = new StaticFiles(ConsoleServletTest.class.getClassLoader(), "nowhere/");

        assertThat(sample().check().isUp()).isTrue();
        assertThat(new ConsoleServlet(none, new BrandFiles(brand)).check().isUp())
                .isFalse();
    }

    @Test
    void bringsThePageOfTheBuild() {
        assertThat(new ConsoleServlet().check().isUp()).isTrue();
    }

    @Test
    void servesTheFilesOfAnotherBrandBeforeItsOwn() throws Exception {
        assertThat(get("/web/brand/brand.json").body()).isEqualTo("{\"name\": \"sample\"}\n");
        Path file = Files.writeString(brand.resolve("brand.json"), "{\"name\": \"Other\"}");
        HttpResponse<String> answer = get("/web/brand/brand.json");
        assertThat(answer.body()).isEqualTo("{\"name\": \"Other\"}");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        Files.delete(file);
        assertThat(get("/web/brand/brand.json").body()).isEqualTo("{\"name\": \"sample\"}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"brand/../secret.json", "brand/.hidden.json", "brand/a/b.json", "other.json", "brand/x.html"})
    void takesNothingElseFromTheFolderOfTheBrand(String path) throws Exception {
        Files.writeString(brand.resolve(".hidden.json"), "{}");
        Files.writeString(brand.resolve("x.html"), "{}");
        assertThat(new BrandFiles(brand).find(path)).isEmpty();
    }

    @Test
    void takesNoFileThatIsTooLarge() throws Exception {
        Files.write(brand.resolve("large.svg"), new byte[(1 << 20) + 1]);
        assertThat(new BrandFiles(brand).find("brand/large.svg")).isEmpty();
        assertThat(new BrandFiles(brand.resolve("nowhere")).find("brand/large.svg"))
                .isEmpty();
    }

    private static ConsoleServlet sample() {
        return new ConsoleServlet(
                new StaticFiles(ConsoleServletTest.class.getClassLoader(), ROOT), new BrandFiles(brand));
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address));
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return CLIENT.send(request(address).build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    private static String unpack(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
