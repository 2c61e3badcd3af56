// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.osgi.framework.BundleContext;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.platform.audit.Author;
import org.smartems.platform.plugin.PlugIns;

/** What the commands for devices have in common. */
abstract class FleetAction implements Action {

    static final Author AUTHOR = Author.system("shell");

    @Reference
    BundleContext context;

    @Reference
    Session session;

    /** Tells what is wrong with which field, where the exception only says that something is. */
    @Override
    public final Object execute() {
        try {
            run();
            return null;
        } catch (ValidationException e) {
            throw new IllegalArgumentException(
                    e.errors().stream().map(FleetAction::text).collect(Collectors.joining("; ")), e);
        }
    }

    abstract void run();

    <T> T devices(Function<Devices, T> work) {
        return Services.use(context, Devices.class, work);
    }

    <T> T types(Function<DeviceTypes, T> work) {
        return Services.use(context, DeviceTypes.class, work);
    }

    <T> T plugIns(Function<PlugIns, T> work) {
        return Services.use(context, PlugIns.class, work);
    }

    void print(String line) {
        session.getConsole().println(line);
    }

    private static String text(FieldError error) {
        String parameters = error.parameters().isEmpty() ? "" : " " + error.parameters();
        return (error.path().isEmpty() ? "" : error.path() + ": ") + error.message() + parameters;
    }
}
