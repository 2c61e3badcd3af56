// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.time.Duration;
import org.smartems.simulator.Answer;
import org.smartems.simulator.AnswerKind;
import org.smartems.simulator.Task;
import org.smartems.simulator.internal.http.Response;

/** What is the same in the answers of all dialects. */
final class Answers {

    private static final int MAX_PROBLEM = 200;

    private Answers() {}

    /** By the status alone; {@link AnswerKind#NO_CHANGE} for 200, whose body is still to be understood. */
    static Answer of(Response response) {
        AnswerKind kind =
                switch (response.status()) {
                    case 200 -> AnswerKind.NO_CHANGE;
                    case 401 -> AnswerKind.REFUSED;
                    case 503 -> AnswerKind.UNAVAILABLE;
                    default -> AnswerKind.STATUS;
                };
        return new Answer(
                kind,
                response.status(),
                response.header("content-type"),
                response.text(),
                response.header("x-request-id"),
                retryAfter(response.header("retry-after")),
                Task.NONE,
                kind == AnswerKind.NO_CHANGE ? "" : "status " + response.status());
    }

    static Answer malformed(Answer answer, String problem) {
        return answer.meaning(AnswerKind.MALFORMED, Task.NONE, shorten(problem));
    }

    static Answer message(Answer answer, AnswerKind kind, String text) {
        return answer.meaning(kind, Task.NONE, shorten(text));
    }

    private static String shorten(String text) {
        return text.length() <= MAX_PROBLEM ? text : text.substring(0, MAX_PROBLEM) + "…";
    }

    private static Duration retryAfter(String seconds) {
        return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }
}
