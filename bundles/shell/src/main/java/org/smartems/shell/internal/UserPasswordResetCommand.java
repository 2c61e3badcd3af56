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

/** Gives a user a new random password. */
@Service
@Command(
        scope = "smartems",
        name = "user-password-reset",
        description = "Gives a user a new random password, lifts a lock and ends the user's sessions")
public final class UserPasswordResetCommand implements Action {

    @Argument(name = "username", description = "The user's name", required = true)
    private String username;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        String password = Services.use(context, Users.class, users -> users.resetPassword(username));
        session.getConsole().println("New password of " + username + " (shown only now): " + password);
        return null;
    }
}
