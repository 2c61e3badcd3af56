// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;

/** Wires a bundle and all that stand on it anew, maybe the caller's own. */
final class Refresh {

    private static final int LIMIT_MINUTES = 2;

    private Refresh() {}

    /** Returns when all are wired and started again that were started before. */
    static void of(FrameworkWiring wiring, Bundle bundle) {
        CountDownLatch done = new CountDownLatch(1);
        wiring.refreshBundles(Set.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        try {
            if (!done.await(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the framework has not wired the bundles within two minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("not waited for the framework", e);
        }
    }
}
