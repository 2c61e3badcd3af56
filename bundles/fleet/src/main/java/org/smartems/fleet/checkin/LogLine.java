// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.checkin;

import java.util.Map;
import org.smartems.spi.procedure.LogLevel;

/**
 * A line of the communication log; its text is made when it is read.
 *
 * @param level how much it matters
 * @param messageId without the prefix {@code log.}
 * @param parameters what the text is filled with
 * @param content what a person can have shown with it; may be empty
 */
public record LogLine(LogLevel level, String messageId, Map<String, Object> parameters, String content) {

    /**
     * A line without a content.
     *
     * @param level how much it matters
     * @param messageId without the prefix {@code log.}
     * @param parameters what the text is filled with
     */
    public LogLine(LogLevel level, String messageId, Map<String, Object> parameters) {
        this(level, messageId, parameters, "");
    }
}
