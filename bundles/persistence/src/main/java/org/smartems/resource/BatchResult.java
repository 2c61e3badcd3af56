// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.List;

/**
 * What became of one of many things.
 *
 * @param id of the thing
 * @param status what became of it
 * @param messages why
 */
public record BatchResult(long id, Status status, List<Message> messages) {

    /** What became of a thing; the names in answers are in lower case. */
    public enum Status {
        /** Done. */
        SUCCESS,
        /** Done, but not all of it. */
        WARNING,
        /** There was nothing to do, or it does not apply. */
        SKIPPED,
        /** Not done. */
        ERROR
    }

    /** Copies the messages. */
    public BatchResult {
        messages = List.copyOf(messages);
    }

    /** Done. */
    public static BatchResult success(long id) {
        return new BatchResult(id, Status.SUCCESS, List.of());
    }

    /** There was nothing to do, or it does not apply. */
    public static BatchResult skipped(long id, String message) {
        return new BatchResult(id, Status.SKIPPED, List.of(Message.warning(message)));
    }

    /** Not done. */
    public static BatchResult error(long id, String message) {
        return new BatchResult(id, Status.ERROR, List.of(Message.error(message)));
    }
}
