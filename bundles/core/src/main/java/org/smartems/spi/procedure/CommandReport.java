// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/** What a device says of a command; immutable. */
@ProviderType
public final class CommandReport {

    private final String name;
    private final String transactionId;
    private final CommandStatus status;
    private String errorCategory = "";
    private String errorPid = "";
    private String errorMessage = "";

    private CommandReport(String name, String transactionId, CommandStatus status) {
        this.name = Objects.requireNonNull(name, "name");
        this.transactionId = Objects.requireNonNull(transactionId, "transactionId");
        this.status = Objects.requireNonNull(status, "status");
    }

    /**
     * A report. Any name and transaction id are taken: unknown ones are logged, and other open commands expire.
     *
     * @param name of the command, as the device sent it
     * @param transactionId as the device sent it, may be empty
     * @param status how it went
     * @return a report without error details
     */
    public static CommandReport of(String name, String transactionId, CommandStatus status) {
        return new CommandReport(name, transactionId, status);
    }

    /**
     * The same report with what the device says of its error.
     *
     * @param category may be empty
     * @param pid of the process that failed, may be empty
     * @param message may be empty
     * @return a copy
     */
    public CommandReport withError(String category, String pid, String message) {
        CommandReport copy = new CommandReport(name, transactionId, status);
        copy.errorCategory = Objects.requireNonNull(category, "category");
        copy.errorPid = Objects.requireNonNull(pid, "pid");
        copy.errorMessage = Objects.requireNonNull(message, "message");
        return copy;
    }

    /**
     * The command.
     *
     * @return as the device sent it
     */
    public String name() {
        return name;
    }

    /**
     * Which of the commands of that name.
     *
     * @return as the device sent it, may be empty
     */
    public String transactionId() {
        return transactionId;
    }

    /**
     * How it went.
     *
     * @return the status
     */
    public CommandStatus status() {
        return status;
    }

    /**
     * The kind of error.
     *
     * @return may be empty
     */
    public String errorCategory() {
        return errorCategory;
    }

    /**
     * The process that failed.
     *
     * @return may be empty
     */
    public String errorPid() {
        return errorPid;
    }

    /**
     * What the device says of the error.
     *
     * @return may be empty
     */
    public String errorMessage() {
        return errorMessage;
    }
}
