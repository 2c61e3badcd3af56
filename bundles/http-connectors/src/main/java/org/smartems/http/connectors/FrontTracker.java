// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.util.function.Supplier;
import javax.servlet.Filter;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** Finds the filter service that every request passes. It carries no whiteboard property, so Pax Web ignores it. */
final class FrontTracker extends AbstractLifeCycle implements Supplier<Filter> {

    private static final String SERVICE = "(&(objectClass=javax.servlet.Filter)(smartems.front=true))";

    private volatile ServiceTracker<Filter, Filter> tracker;

    @Override
    public Filter get() {
        ServiceTracker<Filter, Filter> current = tracker;
        return current == null ? null : current.getService();
    }

    @Override
    protected void doStart() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(FrontTracker.class).getBundleContext();
        ServiceTracker<Filter, Filter> opened = new ServiceTracker<>(context, context.createFilter(SERVICE), null);
        opened.open();
        tracker = opened;
    }

    @Override
    protected void doStop() {
        ServiceTracker<Filter, Filter> closing = tracker;
        tracker = null;
        if (closing != null) {
            closing.close();
        }
    }
}
