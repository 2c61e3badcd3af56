// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.platform.user.Users;
import org.smartems.shell.ShellAction;

/** Gives a user a new password. */
@Service
@Command(
        scope = "smartems",
        name = "user-password-reset",
        description = "Gives a user a new random password, lifts a lock and ends all sessions")
public final class UserPasswordResetCommand extends ShellAction {

    @Argument(name = "username", description = "The user's name", required = true)
    @Completion(UserCompleter.class)
    String username;

    @Override
    protected void run() {
        String password = use(Users.class, users -> users.resetPassword(username));
        print("New password of " + username + " (shown only now): " + password);
    }
}
