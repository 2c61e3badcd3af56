// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Asks the REST API all the time, each question from a thread of its own: right answers, or it says it is away. */
final class Crowd {

    private static final long PAUSE_NANOS = 5_000_000;

    /** One of each resource; none costs the server much or counts against somebody. */
    private enum Question {
        CONFIGURATION(200),
        LOGIN_WITHOUT_NAME(400),
        ROLES_OF_NOBODY(401),
        LOGOUT_OF_NOBODY(401),
        NO_SUCH_THING(404);

        private final int right;

        Question(int right) {
            this.right = right;
        }

        Answer ask(Http http) throws IOException {
            return switch (this) {
                case CONFIGURATION -> http.get(Api.CONFIGURATION);
                case LOGIN_WITHOUT_NAME -> http.post(Api.LOGIN, "{}");
                case ROLES_OF_NOBODY -> http.get(Api.ROLES);
                case LOGOUT_OF_NOBODY -> http.post(Api.LOGOUT);
                case NO_SUCH_THING -> http.get("/web/api/no/such/thing");
            };
        }
    }

    private final Server server;
    private final List<Thread> threads = new ArrayList<>();
    private final Collection<String> answered = new ConcurrentLinkedQueue<>();
    private final Collection<String> wrong = new ConcurrentLinkedQueue<>();
    private volatile boolean ready;
    private volatile boolean enough;

    Crowd(Server server) {
        this.server = server;
        for (Question question : Question.values()) {
            Thread thread = new Thread(() -> ask(question), question.name());
            threads.add(thread);
            thread.start();
        }
    }

    private void ask(Question question) {
        Http http = server.https();
        while (!enough) {
            boolean mustBeServed = ready;
            try {
                Answer answer = question.ask(http);
                note(question, answer, mustBeServed);
            } catch (IOException e) {
                if (mustBeServed) {
                    wrong.add(question + ": " + e);
                }
            }
            // others need the processor, too
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void note(Question question, Answer answer, boolean mustBeServed) {
        boolean right = answer.status() == question.right && answer.isJson();
        boolean away = answer.status() == 503 && answer.isJson() && answer.header("Retry-After") != null;
        if (!right && (mustBeServed || !away)) {
            wrong.add(question + (mustBeServed ? " when ready: " : ": ") + answer);
        }
        if (right) {
            answered.add(question.name());
        }
    }

    /** Every question has been answered once more since now. */
    void awaitAnswers() throws Exception {
        answered.clear();
        Await.until("an answer to every question", () -> List.of(Question.values()).stream()
                .allMatch(question -> answered.contains(question.name())));
    }

    /** Starts the server, which then gives no wrong answer from the first instant on. */
    static void awaitsStartOf(Server server) throws Exception {
        server.start();
        Crowd crowd = new Crowd(server);
        server.awaitReady();
        crowd.isServed();
        crowd.awaitAnswers();
        crowd.awaitAnswers();
        crowd.assertRight();
    }

    /** From now on nobody may be told to come again. */
    void isServed() {
        ready = true;
    }

    void assertRight() throws InterruptedException {
        enough = true;
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).isEmpty();
    }
}
