// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.encryption.KeyRotation;
import org.smartems.platform.job.Jobs;
import org.smartems.shell.ShellAction;

/** Gives tables new data keys. */
@Service
@Command(
        scope = "smartems",
        name = "data-key-rotate",
        description = "Seals with new data keys from now on, and what is sealed by former ones anew")
public final class DataKeyRotateCommand extends ShellAction {

    @Option(name = "--derived", description = "Replace derived keys as well: links that were handed out are refused")
    boolean derived;

    @Override
    protected void run() {
        List<String> tables = use(KeyRotation.class, rotation -> rotation.rotateDataKeys(AUTHOR, derived));
        print("New data keys: " + String.join(", ", tables) + (derived ? ", derived keys." : "."));
        print(begun() + " smartems:job-list tells how job " + KeyRotation.RESEALING + " ends.");
    }

    private String begun() {
        try {
            return use(Jobs.class, jobs -> {
                jobs.run(KeyRotation.RESEALING);
                return "Values of the former keys are sealed anew:";
            });
        } catch (PlatformException | IllegalStateException e) {
            return "Values of the former keys are sealed anew within the hour:";
        }
    }
}
