// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.fleet.log.CommandEntry;
import org.smartems.fleet.log.DeviceLogs;
import org.smartems.fleet.log.LogFilter;

/** Shows the commands that devices were given. */
@Service
@Command(scope = "smartems", name = "command-list", description = "Shows the commands that devices were given")
public final class CommandListCommand extends LogAction<CommandEntry> {

    @Override
    List<CommandEntry> read(DeviceLogs logs, LogFilter filter, int most) {
        return logs.commands(filter, most);
    }

    @Override
    String line(CommandEntry entry) {
        return columns(
                26, time(entry.createdAt()),
                24, entry.device(),
                18, entry.name(),
                10, entry.status(),
                38, entry.transactionId(),
                20, entry.errorCategory(),
                1, entry.errorMessage());
    }

    @Override
    Map<String, Object> values(CommandEntry entry) {
        return map(
                "id", entry.id(),
                "createdAt", entry.createdAt().toString(),
                "updatedAt", entry.updatedAt().toString(),
                "expireAt", entry.expireAt().toString(),
                "deviceType", entry.deviceType(),
                "device", entry.device(),
                "commandName", entry.name(),
                "commandTransactionId", entry.transactionId(),
                "commandStatus", entry.status(),
                "commandStatusErrorCategory", entry.errorCategory(),
                "commandStatusErrorMessage", entry.errorMessage());
    }
}
