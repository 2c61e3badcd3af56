// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.time.Duration;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.device.endpoint.recording.Recording;
import org.smartems.device.endpoint.recording.RecordingOrder;
import org.smartems.device.endpoint.recording.Recordings;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.shell.ShellAction;

/** Begins to record what devices of a type and their procedure say to each other. */
@Service
@Command(
        scope = "smartems",
        name = "record",
        description = "Records what devices of a type are answered, as files for tests of their procedure")
public final class RecordCommand extends ShellAction {

    @Argument(name = "type", description = "Name of the device type", required = true)
    @Completion(DeviceTypeCompleter.class)
    String type;

    @Option(name = "--count", description = "After how many exchanges it ends, 1 to 10000")
    int count = 100;

    @Option(name = "--minutes", description = "After how many minutes it ends, 1 to 1440")
    int minutes = 10;

    @Option(name = "--directory", description = "Name of a new directory below data/recordings")
    String directory = "";

    @Override
    protected void run() {
        long id =
                use(DeviceTypes.class, types -> DeviceChoice.type(types, type)).orElseThrow();
        RecordingOrder order = new RecordingOrder(id, count, Duration.ofMinutes(minutes), directory);
        Recording recording = use(Recordings.class, recordings -> recordings.start(AUTHOR, order));
        print("Recording " + recording.deviceType() + " in " + recording.directory() + ", until " + recording.endsAt()
                + " or " + recording.count() + " exchanges.");
    }
}
