// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration, checked. A value that is no good is reported and replaced by its default.
 *
 * @param places how many requests are served at once
 * @param waitSeconds how long a request waits at most
 */
record QueueSettings(int places, int waitSeconds) {

    static final String PID = "org.smartems.http.devices";

    /** As many reports as share a commit. Each has a thread, and those of people and uploads need theirs. */
    static final int MOST_AT_ONCE = 128;

    /** Shorter than devices are patient: what they no longer wait for need not be done. */
    static final int USUAL_WAIT_SECONDS = 10;

    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final Logger LOG = LoggerFactory.getLogger(QueueSettings.class);

    static QueueSettings read(DeviceQueueConfiguration configuration) {
        return new QueueSettings(
                number("requestsAtOnce", configuration::requestsAtOnce, MOST_AT_ONCE, MOST_AT_ONCE),
                number("maximumWait", configuration::maximumWait, LONGEST_WAIT_SECONDS, USUAL_WAIT_SECONDS));
    }

    /** A value of another type makes the accessor throw. */
    private static int number(String key, IntSupplier value, int largest, int byDefault) {
        try {
            int number = value.getAsInt();
            if (number >= 1 && number <= largest) {
                return number;
            }
            LOG.error("{}: {} must be from 1 to {}, not {}; {} is used", PID, key, largest, number, byDefault);
        } catch (RuntimeException e) {
            LOG.error("{}: {} is not a number; {} is used: {}", PID, key, byDefault, e.toString());
        }
        return byDefault;
    }
}
