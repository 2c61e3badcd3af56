// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.recording;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A recording at one moment.
 *
 * @param deviceType name of the type
 * @param directory of its files
 * @param running whether it goes on
 * @param startedAt when it began
 * @param endsAt when it ends at the latest
 * @param count after how many files it ends
 * @param written files so far
 * @param leftOut exchanges that could not be written, or not without a secret
 * @param reason why the last one was left out; empty when none was
 */
public record Recording(
        String deviceType,
        Path directory,
        boolean running,
        Instant startedAt,
        Instant endsAt,
        int count,
        int written,
        int leftOut,
        String reason) {}
