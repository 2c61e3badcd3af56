// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Makes the containers of plug-ins that share limits and a watchdog. Safe for use by many threads. */
public final class Containment implements AutoCloseable {

    private final Limits limits;
    private final Watchdog watchdog;

    /** Begins to look at calls. */
    public Containment(Limits limits) {
        this.limits = limits;
        this.watchdog = new Watchdog(limits);
    }

    /** Stops looking at calls. */
    @Override
    public void close() {
        watchdog.close();
    }

    /** A plug-in that nobody has called yet. */
    public Container container(PlugIn.Named named) {
        return new Container(named, limits, watchdog);
    }

    /** Where a plug-in comes from: the bundle of its class, for a plug-in registers itself. */
    public static PlugIn.Origin origin(Object service) {
        Bundle bundle = FrameworkUtil.getBundle(service.getClass());
        return bundle == null
                ? PlugIn.Origin.UNKNOWN
                : new PlugIn.Origin(
                        bundle.getSymbolicName(), bundle.getVersion().toString());
    }
}
