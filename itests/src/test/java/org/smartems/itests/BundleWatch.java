// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/** Notices when a bundle is stopped, updated or wired anew. */
final class BundleWatch implements AutoCloseable, SynchronousBundleListener {

    private static final int UNWANTED = BundleEvent.STOPPING
            | BundleEvent.STOPPED
            | BundleEvent.UPDATED
            | BundleEvent.UNINSTALLED
            | BundleEvent.UNRESOLVED;

    private record State(long lastModified, BundleWiring wiring) {
        static State of(Bundle bundle) {
            return new State(bundle.getLastModified(), bundle.adapt(BundleWiring.class));
        }
    }

    private final BundleContext context;
    private final Predicate<Bundle> watched;
    private final Map<Bundle, State> before = new HashMap<>();
    private final Queue<String> events = new ConcurrentLinkedQueue<>();

    private BundleWatch(BundleContext context, Predicate<Bundle> watched) {
        this.context = context;
        this.watched = watched;
    }

    static BundleWatch of(BundleContext context, Predicate<Bundle> watched) {
        BundleWatch watch = new BundleWatch(context, watched);
        for (Bundle bundle : context.getBundles()) {
            if (watched.test(bundle)) {
                watch.before.put(bundle, State.of(bundle));
            }
        }
        for (String needed : List.of("core", "persistence", "platform", "http-front", "http-connectors", "rest")) {
            boolean found = watch.before.keySet().stream()
                    .anyMatch(bundle -> bundle.getSymbolicName().equals("org.smartems." + needed));
            assertTrue("org.smartems." + needed + " is among " + watch.before.keySet(), found);
        }
        context.addBundleListener(watch);
        return watch;
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if ((event.getType() & UNWANTED) != 0 && watched.test(event.getBundle())) {
            events.add(event.getBundle() + ": " + event.getType());
        }
    }

    void assertUntouched() {
        assertEquals(List.of(), List.copyOf(events));
        assertFalse(before.isEmpty());
        before.forEach((bundle, state) -> {
            assertEquals(bundle.toString(), state.lastModified(), bundle.getLastModified());
            assertSame(bundle.toString(), state.wiring(), bundle.adapt(BundleWiring.class));
            assertTrue(bundle.toString(), state.wiring().isCurrent());
        });
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
    }
}
