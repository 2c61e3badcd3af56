// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.smartems.benchmark.Json;

/** The REST API over a kept connection, as one user. For one thread. */
final class Api {

    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private final HttpClient client;
    private final String root;
    private String token = "";

    Api(SSLContext tls, int port) {
        client = HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        root = "https://127.0.0.1:" + port + "/web/api/";
    }

    void login(String username, String password) throws IOException, InterruptedException {
        token = "";
        Map<String, String> words = new LinkedHashMap<>();
        words.put("username", username);
        words.put("password", password);
        token = String.valueOf(
                object(post("authentication/login_check", Json.write(words))).get("token"));
    }

    byte[] post(String path, String body) throws IOException, InterruptedException {
        try (InputStream answer = stream(path, body)) {
            return answer.readAllBytes();
        }
    }

    byte[] get(String path) throws IOException, InterruptedException {
        try (InputStream answer = send(path, request(path).GET().build())) {
            return answer.readAllBytes();
        }
    }

    InputStream stream(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send(path, request);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).timeout(TIMEOUT);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private InputStream send(String path, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            try (InputStream body = response.body()) {
                throw new IOException(
                        path + ": " + response.statusCode() + " " + new String(body.readAllBytes(), UTF_8));
            }
        }
        return response.body();
    }

    static Map<?, ?> object(byte[] answer) throws IOException {
        String text = new String(answer, UTF_8);
        if (Json.read(text) instanceof Map<?, ?> members) {
            return members;
        }
        throw new IOException("no JSON object: " + text);
    }
}
