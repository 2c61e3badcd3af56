// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.platform.user.Users;
import org.smartems.shell.ShellAction;

/** Lifts the lock of failed logins. */
@Service
@Command(scope = "smartems", name = "user-unlock", description = "Lifts the lock that failed logins put on a user")
public final class UserUnlockCommand extends ShellAction {

    @Argument(name = "username", description = "The user's name", required = true)
    @Completion(UserCompleter.class)
    String username;

    @Override
    protected void run() {
        use(Users.class, users -> {
            users.unlock(username);
            return username;
        });
        print("User " + username + " may log in again.");
    }
}
