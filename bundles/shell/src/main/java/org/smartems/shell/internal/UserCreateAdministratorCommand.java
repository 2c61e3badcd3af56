// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.platform.user.Users;
import org.smartems.shell.ShellAction;

/** Makes an administrator, for when there is none that can log in. */
@Service
@Command(
        scope = "smartems",
        name = "user-create-administrator",
        description = "Makes an administrator and prints the password")
public final class UserCreateAdministratorCommand extends ShellAction {

    @Argument(name = "username", description = "The user's name", required = true)
    String username;

    @Override
    protected void run() {
        String password = use(Users.class, users -> users.createAdministrator(username));
        print("Password of " + username + " (shown only now): " + password);
    }
}
