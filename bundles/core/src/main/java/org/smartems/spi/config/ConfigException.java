// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.config;

/** A text that cannot be compiled or rendered. The message is for its author: one sentence, no class names. */
public class ConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * An error at a line.
     *
     * @param message what is wrong, for the author of the text
     * @param line counted from 1; 0 when it belongs to no line
     */
    public ConfigException(String message, int line) {
        this(message, line, null);
    }

    /**
     * An error at a line, with what led to it.
     *
     * @param message what is wrong, for the author of the text
     * @param line counted from 1; 0 when it belongs to no line
     * @param cause for the log; may be null
     */
    public ConfigException(String message, int line, Throwable cause) {
        super(message, cause);
        this.line = Math.max(0, line);
    }

    /**
     * Where it is.
     *
     * @return counted from 1; 0 when it belongs to no line
     */
    public int line() {
        return line;
    }
}
