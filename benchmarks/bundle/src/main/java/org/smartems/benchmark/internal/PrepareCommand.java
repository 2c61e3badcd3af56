// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.internal;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Makes the devices of a benchmark, and tells by what they log in. */
@Service
@Command(scope = "bench", name = "prepare", description = "Makes devices that have nothing to do")
public final class PrepareCommand implements Action {

    @Argument(index = 0, name = "devices", description = "Of each device type", required = true)
    private int devices;

    @Argument(index = 1, name = "file", description = "Takes user name and password", required = true)
    private String file;

    @Reference
    private BundleContext context;

    @Override
    public Object execute() throws IOException {
        ServiceReference<Preparation> reference = context.getServiceReference(Preparation.class);
        if (reference == null) {
            throw new IllegalStateException("The server is not ready for this: see smartems:health");
        }
        Properties users = context.getService(reference).prepare(devices);
        context.ungetService(reference);
        try (Writer out = Files.newBufferedWriter(Path.of(file))) {
            users.store(out, null);
        }
        return null;
    }
}
