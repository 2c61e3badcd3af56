// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.internal;

import java.sql.SQLException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Fills the list of devices. */
@Service
@Command(scope = "bench", name = "fill-devices", description = "Inserts devices of many kinds for lists")
public final class FillDevicesCommand implements Action {

    @Argument(name = "devices", description = "1 to 9999999", required = true)
    private int devices;

    @Reference
    private BundleContext context;

    @Override
    public Object execute() throws SQLException {
        ServiceReference<DeviceFill> reference = context.getServiceReference(DeviceFill.class);
        if (reference == null) {
            throw new IllegalStateException("The server is not ready for this: see smartems:health");
        }
        context.getService(reference).fill(devices);
        context.ungetService(reference);
        return null;
    }
}
