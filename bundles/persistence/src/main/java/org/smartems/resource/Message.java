// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.Map;

/**
 * What is to be told of one thing that was acted on.
 *
 * @param message id of the text
 * @param parameters of the text
 * @param severity how bad it is
 */
public record Message(String message, Map<String, Object> parameters, Severity severity) {

    /** How bad something is; the names in answers are in lower case. */
    public enum Severity {
        /** It was done, but not all of it. */
        WARNING,
        /** It was not done. */
        ERROR
    }

    /** Copies the parameters. */
    public Message {
        parameters = Map.copyOf(parameters);
    }

    /**
     * What was not done.
     *
     * @param id of the text
     * @return without parameters
     */
    public static Message error(String id) {
        return new Message(id, Map.of(), Severity.ERROR);
    }

    /**
     * What was done in part.
     *
     * @param id of the text
     * @return without parameters
     */
    public static Message warning(String id) {
        return new Message(id, Map.of(), Severity.WARNING);
    }
}
