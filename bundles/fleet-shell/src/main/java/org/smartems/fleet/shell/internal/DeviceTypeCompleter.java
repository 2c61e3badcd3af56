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
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.shell.Services;

/** Completes names of device types. */
@Service
public final class DeviceTypeCompleter implements Completer {

    @Reference
    private BundleContext context;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter names = new StringsCompleter();
        Services.use(context, DeviceTypes.class, DeviceTypes::list)
                .forEach(type -> names.getStrings().add(type.values().name()));
        return names.complete(session, line, candidates);
    }
}
