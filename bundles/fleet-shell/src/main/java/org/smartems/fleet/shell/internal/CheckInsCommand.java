// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.fleet.log.CheckInEntry;
import org.smartems.fleet.log.DeviceLogs;
import org.smartems.fleet.log.LogFilter;

/** Shows the last contacts of devices. */
@Service
@Command(scope = "smartems", name = "check-ins", description = "Shows the last contacts of devices")
public final class CheckInsCommand extends LogAction<CheckInEntry> {

    @Override
    List<CheckInEntry> read(DeviceLogs logs, LogFilter filter, int most) {
        return logs.checkIns(filter, most);
    }

    @Override
    String line(CheckInEntry entry) {
        String work = entry.command().isEmpty() ? entry.work() : entry.work() + " (" + entry.command() + ")";
        return columns(
                26, time(entry.createdAt()),
                14, entry.deviceType(),
                24, entry.device(),
                14, entry.outcome(),
                32, work,
                20, entry.firmwareVersion(),
                16, entry.address());
    }

    @Override
    Map<String, Object> values(CheckInEntry entry) {
        return map(
                "id", entry.id(),
                "createdAt", entry.createdAt().toString(),
                "deviceType", entry.deviceType(),
                "device", entry.device(),
                "outcome", entry.outcome(),
                "work", entry.work(),
                "commandName", entry.command(),
                "firmwareVersion1", entry.firmwareVersion(),
                "sourceIp", entry.address(),
                "requestId", entry.requestId());
    }
}
