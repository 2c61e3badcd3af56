// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;

/** Wires a bundle and all that stand on it anew, maybe the caller's own. */
final class Refresh {

    private Refresh() {}

    /**
     * Returns when all are wired and started again that were started before, however long it takes and whoever would
     * rather not wait: what the caller starts in between is taken apart at once.
     *
     * @return whether the thread was interrupted meanwhile
     */
    static boolean of(FrameworkWiring wiring, Bundle bundle) {
        CountDownLatch done = new CountDownLatch(1);
        wiring.refreshBundles(Set.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        boolean interrupted = false;
        while (done.getCount() > 0) {
            try {
                done.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
