// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.device.endpoint.recording.Recording;
import org.smartems.device.endpoint.recording.Recordings;
import org.smartems.shell.ListAction;

/** Shows the recordings of this node. */
@Service
@Command(scope = "smartems", name = "record-status", description = "Shows the recordings of exchanges on this node")
public final class RecordStatusCommand extends ListAction {

    @Override
    protected List<Map<String, Object>> rows() {
        return use(Recordings.class, Recordings::all).stream()
                .map(RecordStatusCommand::row)
                .toList();
    }

    @Override
    protected List<String> columns() {
        return List.of("Type", "Running", "Began", "Ends", "Written", "Of", "Left out", "Why", "Directory");
    }

    private static Map<String, Object> row(Recording recording) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("deviceType", recording.deviceType());
        row.put("running", recording.running());
        row.put(
                "startedAt",
                recording.startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        row.put("endsAt", recording.endsAt().truncatedTo(ChronoUnit.SECONDS).toString());
        row.put("written", recording.written());
        row.put("count", recording.count());
        row.put("leftOut", recording.leftOut());
        row.put("reason", recording.reason());
        row.put("directory", recording.directory().toString());
        return row;
    }
}
