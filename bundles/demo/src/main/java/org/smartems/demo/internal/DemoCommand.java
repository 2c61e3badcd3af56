// SPDX-License-Identifier: Apache-2.0
package org.smartems.demo.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Prepares the server for the devices of the demo. */
@Service
@Command(
        scope = "smartems",
        name = "demo",
        description = "Makes what simulated devices need: a credential, configs, firmware and templates")
public final class DemoCommand implements Action {

    private static final int MOST = 10_000;

    @Argument(name = "devices", description = "How many devices there will be, 1 to 10000")
    private int devices = 25;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() {
        if (devices < 1 || devices > MOST) {
            throw new IllegalArgumentException("The number of devices is from 1 to " + MOST + ", not " + devices);
        }
        ServiceReference<Demo> reference = context.getServiceReference(Demo.class);
        Demo demo = reference == null ? null : context.getService(reference);
        if (demo == null) {
            throw new IllegalStateException("The server is not ready for this: see smartems:health");
        }
        try {
            demo.prepare(devices, this::tell);
        } finally {
            context.ungetService(reference);
        }
        return null;
    }

    private void tell(String line) {
        session.getConsole().println(line);
        session.getConsole().flush();
    }
}
