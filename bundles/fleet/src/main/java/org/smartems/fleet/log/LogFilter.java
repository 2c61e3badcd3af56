// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.log;

import java.time.Instant;
import java.util.Optional;
import org.smartems.spi.procedure.LogLevel;

/**
 * Which entries are wanted; immutable.
 *
 * @param device identifier or name of a device
 * @param since the earliest moment; without one the last seven days
 * @param level the least level, for logs that have levels
 */
public record LogFilter(Optional<String> device, Optional<Instant> since, LogLevel level) {

    /**
     * Everything of the last seven days.
     *
     * @return a filter
     */
    public static LogFilter all() {
        return new LogFilter(Optional.empty(), Optional.empty(), LogLevel.DEBUG);
    }

    /**
     * The same for one device.
     *
     * @param identifierOrName of the device; every device that has it
     * @return a filter
     */
    public LogFilter ofDevice(String identifierOrName) {
        return new LogFilter(Optional.of(identifierOrName), since, level);
    }

    /**
     * The same from a moment on.
     *
     * @param earliest the moment
     * @return a filter
     */
    public LogFilter from(Instant earliest) {
        return new LogFilter(device, Optional.of(earliest), level);
    }

    /**
     * The same from a level on.
     *
     * @param least the level
     * @return a filter
     */
    public LogFilter atLeast(LogLevel least) {
        return new LogFilter(device, since, least);
    }
}
