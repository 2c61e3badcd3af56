// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.platform.authentication.TokenKeys;
import org.smartems.shell.ShellAction;

/** Makes a new key for access tokens. */
@Service
@Command(
        scope = "smartems",
        name = "key-rotate",
        description = "Signs access tokens with a new key; former ones stay valid")
public final class KeyRotateCommand extends ShellAction {

    @Override
    protected void run() {
        print("Access tokens are signed with key "
                + use(TokenKeys.class, keys -> keys.rotate(AUTHOR)).id() + " from now on.");
    }
}
