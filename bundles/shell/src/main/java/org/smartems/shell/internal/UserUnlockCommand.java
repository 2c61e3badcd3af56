// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.osgi.framework.BundleContext;
import org.smartems.platform.user.Users;

/** Lifts the lock of failed logins. */
@Service
@Command(scope = "smartems", name = "user-unlock", description = "Lifts the lock that failed logins put on a user")
public final class UserUnlockCommand implements Action {

    @Argument(name = "username", description = "The user's name", required = true)
    private String username;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        Services.use(context, Users.class, users -> {
            users.unlock(username);
            return null;
        });
        session.getConsole().println("User " + username + " may log in again.");
        return null;
    }
}
