// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.osgi.framework.BundleContext;
import org.smartems.fleet.device.Devices;
import org.smartems.shell.Services;

/** Completes identifiers of devices, once something is typed; there may be too many to look at them all. */
@Service
public final class DeviceCompleter implements Completer {

    private static final int MOST = 50;

    @Reference
    BundleContext context;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        String word = line.getCursorArgument() == null ? "" : line.getCursorArgument();
        String typed = word.substring(0, Math.min(line.getArgumentPosition(), word.length()));
        if (typed.isBlank()) {
            return -1;
        }
        StringsCompleter identifiers = new StringsCompleter();
        identifiers
                .getStrings()
                .addAll(Services.use(context, Devices.class, devices -> devices.identifiers(typed, MOST)));
        return identifiers.complete(session, line, candidates);
    }
}
