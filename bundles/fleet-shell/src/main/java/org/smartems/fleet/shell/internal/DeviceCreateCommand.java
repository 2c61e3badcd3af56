// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.List;
import java.util.OptionalLong;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceView;
import org.smartems.spi.procedure.DeviceField;

/** Makes a device before its first contact. */
@Service
@Command(scope = "smartems", name = "device-create", description = "Makes a device before its first contact")
public final class DeviceCreateCommand extends FleetAction {

    @Argument(index = 0, name = "type", description = "Name of its device type", required = true)
    @Completion(DeviceTypeCompleter.class)
    private String type;

    @Argument(index = 1, name = "name", description = "Its name", required = true)
    private String name;

    @Option(
            name = "--fact",
            description = "What is known of it, such as serialNumber=RF4151632340111",
            multiValued = true)
    private List<String> facts = List.of();

    @Option(name = "--enabled", description = "It is handed work at once")
    private boolean enabled;

    @Override
    protected void run() {
        OptionalLong id = types(types -> DeviceChoice.type(types, type));
        DeviceForm form = DeviceForm.named(name);
        for (String fact : facts) {
            form = with(form, fact);
        }
        DeviceForm complete = enabled ? form.enable() : form;
        DeviceView device = devices(devices -> devices.create(AUTHOR, id.orElseThrow(), complete));
        print("Device " + device.name() + " has the identifier " + device.identifier() + ".");
    }

    private static DeviceForm with(DeviceForm form, String fact) {
        String[] parts = fact.split("=", 2);
        DeviceField field = DeviceForm.EDITABLE.stream()
                .filter(known -> known.id().equals(parts[0]))
                .findFirst()
                .filter(known -> parts.length == 2)
                .orElseThrow(() -> new IllegalArgumentException("Not FIELD=VALUE with a field of "
                        + DeviceForm.EDITABLE.stream().map(DeviceField::id).toList()
                        + ": " + fact));
        return form.with(field, parts[1]);
    }
}
