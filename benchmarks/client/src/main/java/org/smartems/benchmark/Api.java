// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

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

/** The REST API over a kept connection, as one user. For one thread. */
public final class Api {

    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private final HttpClient client;
    private final String root;
    private String token = "";

    /**
     * A client that is not logged in.
     *
     * @param tls that trusts the server
     * @param port of its HTTPS connector
     */
    public Api(SSLContext tls, int port) {
        client = HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        root = "https://127.0.0.1:" + port + "/web/api/";
    }

    /**
     * Calls as this user from now on.
     *
     * @param username of the user
     * @param password of the user
     * @throws IOException when it is refused
     * @throws InterruptedException when the thread is interrupted
     */
    public void login(String username, String password) throws IOException, InterruptedException {
        token = "";
        Map<String, String> words = new LinkedHashMap<>();
        words.put("username", username);
        words.put("password", password);
        token = String.valueOf(
                object(post("authentication/login_check", Json.write(words))).get("token"));
    }

    /**
     * Posts JSON.
     *
     * @param path below {@code /web/api/}
     * @param body the JSON
     * @return the body of the answer
     * @throws IOException when it is not answered 200
     * @throws InterruptedException when the thread is interrupted
     */
    public byte[] post(String path, String body) throws IOException, InterruptedException {
        try (InputStream answer = stream(path, body)) {
            return answer.readAllBytes();
        }
    }

    /**
     * Gets.
     *
     * @param path below {@code /web/api/}
     * @return the body of the answer
     * @throws IOException when it is not answered 200
     * @throws InterruptedException when the thread is interrupted
     */
    public byte[] get(String path) throws IOException, InterruptedException {
        try (InputStream answer = send(path, request(path).GET().build())) {
            return answer.readAllBytes();
        }
    }

    /**
     * As {@link #post}, without reading the answer first.
     *
     * @param path below {@code /web/api/}
     * @param body the JSON
     * @return the body of the answer
     * @throws IOException when it is not answered 200
     * @throws InterruptedException when the thread is interrupted
     */
    public InputStream stream(String path, String body) throws IOException, InterruptedException {
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

    /**
     * Reads an answer.
     *
     * @param answer JSON
     * @return its members
     * @throws IOException when it is no object
     */
    public static Map<?, ?> object(byte[] answer) throws IOException {
        String text = new String(answer, UTF_8);
        if (Json.read(text) instanceof Map<?, ?> members) {
            return members;
        }
        throw new IOException("no JSON object: " + text);
    }
}
