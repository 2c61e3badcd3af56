// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.command;

import java.util.Optional;
import org.smartems.spi.procedure.CommandReport;

/**
 * What becomes of the log entry of a command.
 *
 * @param command which
 * @param status pending for a new one
 * @param report of the device, when it made one
 */
public record CommandChange(OpenCommand command, String status, Optional<CommandReport> report) {

    /** Handed out, not reported on. */
    public static final String PENDING = "pending";
    /** Not reported on in time. */
    public static final String EXPIRED = "expired";

    /** A new command. */
    public static CommandChange created(OpenCommand command) {
        return new CommandChange(command, PENDING, Optional.empty());
    }

    /** Nobody waits for it any longer. */
    public static CommandChange expired(OpenCommand command) {
        return new CommandChange(command, EXPIRED, Optional.empty());
    }

    /** Whether the entry is to be made. */
    public boolean isNew() {
        return PENDING.equals(status);
    }
}
