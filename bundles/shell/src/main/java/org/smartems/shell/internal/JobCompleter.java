// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.osgi.framework.BundleContext;
import org.smartems.platform.job.Jobs;
import org.smartems.shell.Services;

/** Completes names of jobs. */
@Service
public final class JobCompleter implements Completer {

    @Reference
    BundleContext context;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter names = new StringsCompleter();
        Services.use(context, Jobs.class, Jobs::states)
                .forEach(job -> names.getStrings().add(job.name()));
        return names.complete(session, line, candidates);
    }
}
