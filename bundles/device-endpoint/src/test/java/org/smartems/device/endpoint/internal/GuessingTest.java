// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.authenticator.digest.internal.DigestAuthenticator;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.platform.plugin.Limits;
import org.smartems.testing.RawClient;

/** Many guess at once, with the address and the name of a device that goes on calling. */
@Timeout(60)
class GuessingTest {

    private static final int GUESSES = 1_000;
    private static final int THREADS = 8;
    /** On one connection. */
    private static final int AT_A_TIME = 25;
    /** How many failures of one name are answered and logged in a minute. */
    private static final int ANSWERED = 20;
    /** A device that had to wait for the throttle would wait for up to a minute. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final Pattern RETRY_AFTER = Pattern.compile("(?i)Retry-After(?:: |=\\[)(\\d+)");
    private static final String ROUTER = "/router/config";

    private final ExecutorService guessers = Executors.newFixedThreadPool(THREADS);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger guessed = new AtomicInteger();
    private EndpointServer server;

    @BeforeEach
    void start(@TempDir Path etc) throws Exception {
        Duration second = Duration.ofSeconds(1);
        // so much room that nothing but the throttle can refuse
        server = new EndpointServer(
                etc, new Limits(100, AT_ONCE, AT_ONCE, second, GUESSES, Duration.ofHours(1), 64 << 20));
        server.plugIns.addAuthenticator(new DigestAuthenticator());
        server.catalogue
                .with(FakeCatalogue.type(50, "test", "/router", "digest"))
                .with(new Credential(50, "router", "right", true, Set.of(50L)));
        server.procedure.handling = TestProcedure.CHECKS_IN;
    }

    @AfterEach
    void stop() throws Exception {
        guessers.shutdownNow();
        server.close();
    }

    @Test
    void aThousandWrongPasswordsOfBasicKeepNobodyWaiting() throws Exception {
        assertKeepsNobodyWaiting("/closed/config", i -> basic("device", "guess" + i), i -> basic("device", "secret"));
    }

    @Test
    void aThousandWrongPasswordsOfDigestKeepNobodyWaiting() throws Exception {
        RouterCredentials right = new RouterCredentials("router", "right");
        String nonce = RouterCredentials.nonce(server.post(ROUTER, ""));
        assertKeepsNobodyWaiting(
                ROUTER,
                i -> new RouterCredentials("router", "guess" + i).header(ROUTER, nonce, i),
                i -> right.header(ROUTER, nonce, i));
    }

    private void assertKeepsNobodyWaiting(String target, IntFunction<String> wrong, IntFunction<String> right)
            throws Exception {
        List<Future<String>> guessing = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            guessing.add(guessers.submit(guesses(target, wrong)));
        }
        int passed = 0;
        do {
            long begin = System.nanoTime();
            int status = server.post(target, "", right.apply(++passed)).status();
            assertThat(status).as("request %d", passed).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_ONCE);
        } while (guessed.get() < GUESSES);

        StringBuilder answers = new StringBuilder();
        for (Future<String> some : guessing) {
            answers.append(some.get());
        }
        assertThat(server.checkIns.stored).hasSize(passed).hasSizeGreaterThan(1);
        assertThrottled(answers.toString());
        assertThat(server.checkIns.failures)
                .hasSize(ANSWERED)
                .allMatch(failure ->
                        failure.address().equals("127.0.0.1") && failure.url().equals(target));
    }

    /** Many on each connection, as somebody in a hurry would. */
    private Callable<String> guesses(String target, IntFunction<String> wrong) {
        return () -> {
            StringBuilder answers = new StringBuilder();
            for (int first = begun.getAndAdd(AT_A_TIME); first < GUESSES; first = begun.getAndAdd(AT_A_TIME)) {
                try (Socket socket = server.client().open()) {
                    for (int i = first + 1; i < first + AT_A_TIME; i++) {
                        RawClient.write(socket, guess(target, wrong.apply(i)).replace("Connection: close\r\n", ""));
                    }
                    RawClient.write(socket, guess(target, wrong.apply(first + AT_A_TIME)));
                    RawClient.Answer answer = RawClient.read(socket);
                    answers.append("HTTP/1.1 ")
                            .append(answer.status())
                            .append(' ')
                            .append(answer.headers());
                    answers.append("\r\n").append(answer.body());
                }
                guessed.addAndGet(AT_A_TIME);
            }
            return answers.toString();
        };
    }

    private static String guess(String target, String authorization) {
        return RawClient.head("POST", target, authorization, "Content-Length: 0");
    }

    /** So many are told that they are wrong, and all others when to try again. */
    private static void assertThrottled(String answers) {
        Map<String, Long> statuses = STATUS.matcher(answers)
                .results()
                .collect(Collectors.groupingBy(match -> match.group(1), Collectors.counting()));
        assertThat(statuses).isEqualTo(Map.of("401", (long) ANSWERED, "429", (long) GUESSES - ANSWERED));
        assertThat(RETRY_AFTER.matcher(answers).results())
                .hasSize(GUESSES - ANSWERED)
                .allSatisfy(
                        match -> assertThat(Integer.parseInt(match.group(1))).isBetween(1, 61));
    }

    private static String basic(String username, String password) {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
