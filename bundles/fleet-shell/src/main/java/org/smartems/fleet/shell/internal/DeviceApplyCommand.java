// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.fleet.device.Applied;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.TemplateApplication;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.template.TemplateView;
import org.smartems.fleet.template.Templates;
import org.smartems.shell.Services;

/** Gives a device a template, or takes it away. */
@Service
@Command(scope = "smartems", name = "device-apply", description = "Gives a device a template, or takes it away")
public final class DeviceApplyCommand extends DeviceCommand {

    @Argument(index = 1, name = "template", description = "Name or id:N of the template; without it --detach is needed")
    private String template;

    @Option(name = "--detach", description = "Take the template away")
    private boolean detach;

    @Option(name = "--variables", description = "The device takes over the variables")
    private boolean variables;

    @Option(name = "--description", description = "The device takes over the description")
    private boolean description;

    @Option(name = "--reinstall", description = "What the device gets again", multiValued = true)
    @Completion(FlagCompleter.class)
    private List<String> reinstall = List.of();

    @Override
    protected void run() {
        if (detach == (template != null)) {
            throw new IllegalArgumentException("Either a template or --detach");
        }
        Set<WorkFlag> flags = reinstall.stream().map(DeviceFlags::of).collect(Collectors.toSet());
        Applied applied = device((devices, device) ->
                devices.apply(AUTHOR, device.id(), new TemplateApplication(id(device), variables, description, flags)));
        print("Device " + applied.device().name() + (detach ? " has no template." : " has template " + template + "."));
        applied.warnings().forEach(warning -> print("Warning: " + warning));
    }

    private OptionalLong id(DeviceView device) {
        if (detach) {
            return OptionalLong.empty();
        }
        if (template.matches("id:[0-9]{1,18}")) {
            return OptionalLong.of(Long.parseLong(template.substring(3)));
        }
        List<TemplateView> found =
                Services.use(context, Templates.class, templates -> templates.find(device.deviceType(), template));
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    found.isEmpty()
                            ? "The type of the device has no template " + template
                            : "Several templates are called " + template + ": use one of "
                                    + found.stream()
                                            .map(one -> "id:" + one.id())
                                            .toList());
        }
        return OptionalLong.of(found.get(0).id());
    }
}
