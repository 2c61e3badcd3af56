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
import org.smartems.platform.plugin.PlugIns;
import org.smartems.shell.Services;

/** Completes ids of plug-ins. */
@Service
public final class PlugInCompleter implements Completer {

    @Reference
    BundleContext context;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter ids = new StringsCompleter();
        Services.use(context, PlugIns.class, PlugIns::all)
                .forEach(plugIn -> ids.getStrings().add(plugIn.id()));
        return ids.complete(session, line, candidates);
    }
}
