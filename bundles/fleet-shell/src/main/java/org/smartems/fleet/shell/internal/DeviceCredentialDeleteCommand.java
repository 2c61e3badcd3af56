// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.fleet.credential.CredentialView;
import org.smartems.fleet.credential.DeviceCredentials;
import org.smartems.shell.Services;

/** Removes a credential of devices. */
@Service
@Command(
        scope = "smartems",
        name = "device-credential-delete",
        description = "Removes a credential: the devices that use it are turned away")
public final class DeviceCredentialDeleteCommand extends FleetAction {

    @Argument(name = "username", description = "The name that devices send", required = true)
    private String username;

    @Override
    protected void run() {
        Services.use(context, DeviceCredentials.class, credentials -> {
            CredentialView known = credentials
                    .find(username)
                    .orElseThrow(() -> new IllegalArgumentException("There is no device credential " + username));
            credentials.delete(AUTHOR, known.id());
            return known;
        });
        print("Device credential " + username + " is gone.");
    }
}
