// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.device.endpoint.recording.Recording;
import org.smartems.device.endpoint.recording.Recordings;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.shell.ShellAction;

/** Ends a recording. */
@Service
@Command(scope = "smartems", name = "record-stop", description = "Ends a recording of devices of a type")
public final class RecordStopCommand extends ShellAction {

    @Argument(name = "type", description = "Name of the device type", required = true)
    @Completion(DeviceTypeCompleter.class)
    String type;

    @Override
    protected void run() {
        long id =
                use(DeviceTypes.class, types -> DeviceChoice.type(types, type)).orElseThrow();
        Recording recording = use(Recordings.class, recordings -> recordings.stop(AUTHOR, id));
        print("Recorded " + recording.written() + " exchanges in " + recording.directory() + ".");
        if (recording.leftOut() > 0) {
            print("Left out " + recording.leftOut() + ", the last one because " + recording.reason() + ".");
        }
    }
}
