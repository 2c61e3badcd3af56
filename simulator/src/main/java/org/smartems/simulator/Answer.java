// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.time.Duration;

/**
 * How a check-in was answered.
 *
 * @param kind what it means
 * @param status HTTP status; 0 without an answer
 * @param contentType value of the header as it came, may be empty
 * @param body as UTF-8 text, may be empty
 * @param requestId the server's id of the request, may be empty
 * @param retryAfter how long the server wants to be left alone; zero when it does not say
 * @param task what is to be done
 * @param problem what is wrong: an I/O error, a breach of the contract, the server's message; may be empty
 */
public record Answer(
        AnswerKind kind,
        int status,
        String contentType,
        String body,
        String requestId,
        Duration retryAfter,
        Task task,
        String problem) {

    /**
     * No answer.
     *
     * @param kind {@link AnswerKind#CONNECTION} or {@link AnswerKind#CUT}
     * @param problem what happened
     * @return an answer with status 0
     */
    public static Answer none(AnswerKind kind, String problem) {
        return new Answer(kind, 0, "", "", "", Duration.ZERO, Task.NONE, problem);
    }

    /**
     * The same answer, understood.
     *
     * @param meaning what it means
     * @param work what is to be done
     * @param wrong what is wrong, may be empty
     * @return a copy
     */
    public Answer meaning(AnswerKind meaning, Task work, String wrong) {
        return new Answer(meaning, status, contentType, body, requestId, retryAfter, work, wrong);
    }
}
