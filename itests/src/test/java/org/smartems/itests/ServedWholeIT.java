// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Whenever somebody asks the REST API, it gives the right answer or says that it is away. */
class ServedWholeIT {

    private static final long PAUSE_NANOS = 5_000_000;
    private static final String RESTART = "bundle:restart org.smartems.rest";
    private static final String REFRESH = "bundle:refresh org.smartems.rest";

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

    /** Asks without a pause, each question from a thread of its own. */
    private static final class Crowd {

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
            while (!enough) {
                boolean mustBeServed = ready;
                try {
                    Answer answer = question.ask(server.https());
                    note(question, answer, mustBeServed);
                } catch (IOException e) {
                    if (mustBeServed) {
                        wrong.add(question + ": " + e);
                    }
                    // nobody listens yet
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
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

        void assertRight() throws InterruptedException {
            enough = true;
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void fromTheFirstInstantOn() throws Exception {
        try (Server server = Server.prepared("served-whole")) {
            startUnderAsking(server);
            server.stop();
            // with a database that is there already everything comes closer together
            startUnderAsking(server);
            restartUnderAsking(server);
        }
    }

    private static void startUnderAsking(Server server) throws Exception {
        server.start();
        Crowd crowd = new Crowd(server);
        server.awaitReady();
        crowd.ready = true;
        crowd.awaitAnswers();
        crowd.awaitAnswers();
        crowd.assertRight();
    }

    private static void restartUnderAsking(Server server) throws Exception {
        Crowd crowd = new Crowd(server);
        for (String command : List.of(RESTART, REFRESH, RESTART)) {
            crowd.awaitAnswers();
            server.shell(command).requireSuccess();
            server.awaitReady();
            crowd.awaitAnswers();
        }
        crowd.assertRight();
    }
}
