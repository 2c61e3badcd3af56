// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.persistence.encryption.EncryptionKeys;
import org.smartems.shell.ShellAction;

/** Makes a master key that is not used yet. */
@Service
@Command(
        scope = "smartems",
        name = "master-key-create",
        description = "Makes a file with a new master key, which is used once master-key-rotate names it")
public final class MasterKeyCreateCommand extends ShellAction {

    @Override
    protected void run() {
        String fingerprint = use(EncryptionKeys.class, EncryptionKeys::createMasterKey);
        print("Master key " + fingerprint + " is made; smartems:master-key-list tells its file.");
        print("Copy the file to the same place of every other node with mode 0600, then give"
                + " smartems:master-key-rotate " + fingerprint + ".");
    }
}
