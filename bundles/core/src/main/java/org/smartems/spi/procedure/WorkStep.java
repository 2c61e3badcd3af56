// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One kind of work in the plan of a procedure; immutable.
 *
 * <p>The platform walks over the steps in their order and hands out the first that has work. Without a command name
 * work is delivered inline: it is in the answer and done with it. With one it is a command: it gets a transaction id,
 * the device reports on it, and it expires and is retried as the device type says.
 */
@ProviderType
public final class WorkStep {

    private final WorkKind kind;
    private final int slot;
    private final String command;
    private final String route;

    private WorkStep(WorkKind kind, int slot, String command, String route) {
        if (slot < 0 || slot > 3) {
            throw new IllegalArgumentException("slots are 1 to 3: " + slot);
        }
        this.kind = kind;
        this.slot = slot;
        this.command = command;
        this.route = route;
    }

    /**
     * Asks for diagnose data when that is requested.
     *
     * @return an inline step
     */
    public static WorkStep diagnose() {
        return new WorkStep(WorkKind.DIAGNOSE, 0, null, null);
    }

    /**
     * Hands out firmware when the reported version is not the one of the template, or reinstalling is requested.
     *
     * @param slot 1 to 3
     * @return an inline step
     */
    public static WorkStep firmware(int slot) {
        return new WorkStep(WorkKind.FIRMWARE, slot, null, null);
    }

    /**
     * Hands out a config when reinstalling is requested, or with every contact when the device type says so, unless the
     * device has reported that very config.
     *
     * @param slot 1 to 3
     * @return an inline step
     */
    public static WorkStep config(int slot) {
        return new WorkStep(WorkKind.CONFIG, slot, null, null);
    }

    /**
     * Asks for the device's config when that is requested.
     *
     * @return an inline step
     */
    public static WorkStep requestConfig() {
        return new WorkStep(WorkKind.REQUEST_CONFIG, 0, null, null);
    }

    /**
     * The same step, delivered as a command.
     *
     * @param name of the command, as in lists and on the wire
     * @return a copy
     */
    public WorkStep asCommand(String name) {
        return new WorkStep(kind, slot, name, route);
    }

    /**
     * The same step, for contacts at one route alone; without this it is for those at every route.
     *
     * @param name of a route of the procedure
     * @return a copy
     */
    public WorkStep at(String name) {
        return new WorkStep(kind, slot, command, name);
    }

    /**
     * What is handed out.
     *
     * @return the kind
     */
    public WorkKind kind() {
        return kind;
    }

    /**
     * The slot of firmware or config.
     *
     * @return 1 to 3, or 0 for work without a slot
     */
    public int slot() {
        return slot;
    }

    /**
     * The name of the command.
     *
     * @return empty when the work is delivered inline
     */
    public Optional<String> command() {
        return Optional.ofNullable(command);
    }

    /**
     * The route whose contacts get the work.
     *
     * @return the name of a route; empty when it is every route
     */
    public Optional<String> route() {
        return Optional.ofNullable(route);
    }
}
