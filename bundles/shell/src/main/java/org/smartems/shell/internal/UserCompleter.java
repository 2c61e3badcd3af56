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
import org.smartems.platform.user.Users;
import org.smartems.shell.Services;

/** Completes names of users, of those that begin as what is typed does. */
@Service
public final class UserCompleter implements Completer {

    private static final int MOST = 50;

    @Reference
    BundleContext context;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter names = new StringsCompleter();
        String typed = line.getCursorArgument() == null ? "" : line.getCursorArgument();
        String prefix = typed.substring(0, Math.min(line.getArgumentPosition(), typed.length()));
        Services.use(context, Users.class, users -> users.list(prefix, MOST))
                .forEach(user -> names.getStrings().add(user.username()));
        return names.complete(session, line, candidates);
    }
}
