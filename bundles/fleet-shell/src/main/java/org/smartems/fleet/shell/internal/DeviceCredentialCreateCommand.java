// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.fleet.credential.CredentialForm;
import org.smartems.fleet.credential.DeviceCredentials;
import org.smartems.shell.Services;

/** Makes a credential with which devices log in. */
@Service
@Command(
        scope = "smartems",
        name = "device-credential-create",
        description = "Makes a credential with which devices log in, and prints its new random password")
public final class DeviceCredentialCreateCommand extends FleetAction {

    /** Without what is easily mistaken for something else. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;

    @Argument(name = "username", description = "The name that devices send", required = true)
    private String username;

    @Option(name = "--type", description = "Name of a device type that may use it", required = true, multiValued = true)
    @Completion(DeviceTypeCompleter.class)
    private List<String> typeNames = List.of();

    @Override
    protected void run() {
        Set<Long> types = new HashSet<>();
        typeNames.forEach(name -> types(known -> DeviceChoice.type(known, name)).ifPresent(types::add));
        String password = random();
        Services.use(
                context,
                DeviceCredentials.class,
                credentials ->
                        credentials.create(AUTHOR, new CredentialForm(username, Optional.of(password), true, types)));
        print("Password of " + username + " (shown this once): " + password);
    }

    private static String random() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
