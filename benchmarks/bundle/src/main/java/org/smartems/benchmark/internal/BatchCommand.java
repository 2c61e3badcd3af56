// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.internal;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.smartems.fleet.checkin.CheckIns;

/** Sets how many check-ins share a transaction, and waits until it is so. */
@Service
@Command(scope = "bench", name = "batch", description = "Sets how many check-ins share a transaction at most")
public final class BatchCommand implements Action {

    private static final String PID = "org.smartems.fleet.checkin";
    private static final String NAME = "maximumBatch";
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE_MILLIS = 20;

    @Argument(name = "maximum", description = "1 to 128", required = true)
    private int maximum;

    @Reference
    private ConfigurationAdmin configurations;

    @Reference
    private BundleContext context;

    @Override
    public Object execute() throws IOException, InterruptedException {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(NAME, maximum);
        configurations.getConfiguration(PID, null).update(properties);
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!isSo()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("The check-in does not take up the size of a batch");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return null;
    }

    /** A component shows its configuration as properties of its service. */
    private boolean isSo() {
        ServiceReference<CheckIns> reference = context.getServiceReference(CheckIns.class);
        return reference != null && Integer.valueOf(maximum).equals(reference.getProperty(NAME));
    }
}
