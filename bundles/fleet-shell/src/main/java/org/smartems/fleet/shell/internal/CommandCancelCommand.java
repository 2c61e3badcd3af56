// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.fleet.device.DeviceCommands;

/** Waits no longer for reports of a device. */
@Service
@Command(
        scope = "smartems",
        name = "command-cancel",
        description = "Waits no longer for the report of a device on its command, and requests it no more")
public final class CommandCancelCommand extends DeviceCommand {

    @Option(name = "--transaction", description = "Only the command of this transaction id")
    String transaction;

    @Override
    protected void run() {
        long device = device((devices, found) -> found.id());
        List<String> cancelled = use(
                DeviceCommands.class, commands -> commands.cancel(AUTHOR, device, Optional.ofNullable(transaction)));
        cancelled.forEach(id -> print("Command " + id + " is cancelled."));
    }
}
