// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.persistence.encryption.EncryptionKeys;
import org.smartems.platform.encryption.KeyRotation;
import org.smartems.shell.ShellAction;

/** Puts another master key in the place of the present one. */
@Service
@Command(
        scope = "smartems",
        name = "master-key-rotate",
        description = "Wraps all data keys by another master key; with several nodes see master-key-create first")
public final class MasterKeyRotateCommand extends ShellAction {

    @Argument(name = "fingerprint", description = "Of a master key that is made; without it a new one is made")
    @Completion(MasterKeyCompleter.class)
    String fingerprint;

    @Override
    protected void run() {
        String next = fingerprint == null ? use(EncryptionKeys.class, EncryptionKeys::createMasterKey) : fingerprint;
        use(KeyRotation.class, rotation -> {
            rotation.rotateMasterKey(AUTHOR, next);
            return next;
        });
        print("All data keys are wrapped by master key " + next + ".");
        print("Back its file up. The former one opens older backups of the database: smartems:master-key-list.");
        print("Another node without the file uses no data until it has it.");
    }
}
