// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.fleet.log.CommunicationEntry;
import org.smartems.fleet.log.DeviceLogs;
import org.smartems.fleet.log.LogFilter;
import org.smartems.spi.procedure.LogLevel;

/** Shows the communication log. */
@Service
@Command(scope = "smartems", name = "log", description = "Shows what was said between devices and the server")
public final class LogCommand extends LogAction<CommunicationEntry> {

    @Option(name = "--level", description = "Least level: debug, info, warning, error or critical")
    private String level = "debug";

    @Option(name = "--contents", description = "Show requests and answers as well")
    private boolean contents;

    @Override
    LogFilter filter() {
        return LogFilter.all().atLeast(LogLevel.valueOf(level.toUpperCase(Locale.ROOT)));
    }

    @Override
    List<CommunicationEntry> read(DeviceLogs logs, LogFilter filter, int most) {
        return logs.communication(filter, most);
    }

    @Override
    String line(CommunicationEntry entry) {
        String line = columns(
                26, time(entry.createdAt()),
                10, entry.level().name().toLowerCase(Locale.ROOT),
                24, entry.device(),
                1, entry.text());
        String content = content(entry);
        return content.isEmpty() ? line : line + "\n    " + content.strip().replace("\n", "\n    ");
    }

    @Override
    Map<String, Object> values(CommunicationEntry entry) {
        return map(
                "id", entry.id(),
                "createdAt", entry.createdAt().toString(),
                "logLevel", entry.level().name().toLowerCase(Locale.ROOT),
                "deviceType", entry.deviceType(),
                "device", entry.device(),
                "messageId", "log." + entry.messageId(),
                "parameters", entry.parameters(),
                "message", entry.text(),
                "content", content(entry));
    }

    private String content(CommunicationEntry entry) {
        if (!contents || !entry.hasContent()) {
            return "";
        }
        return logs(logs -> logs.communicationContent(entry.id(), entry.createdAt()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }
}
