// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.fleet.device.DeviceCommands;
import org.smartems.fleet.device.WorkFlag;

/** Requests again what a device could not do. */
@Service
@Command(
        scope = "smartems",
        name = "command-retry",
        description = "Requests again what the last command of a device was about, and forgets its failures")
public final class CommandRetryCommand extends DeviceCommand {

    @Option(name = "--transaction", description = "Not the last command but the one of this transaction id")
    String transaction;

    @Override
    protected void run() {
        long device = device((devices, found) -> found.id());
        WorkFlag flag =
                use(DeviceCommands.class, commands -> commands.retry(AUTHOR, device, Optional.ofNullable(transaction)));
        print(flag.id() + " of device " + word + " is on.");
    }
}
