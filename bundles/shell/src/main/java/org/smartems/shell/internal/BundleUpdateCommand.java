// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.smartems.shell.ShellAction;

/**
 * Replaces a bundle that others stand on. It is stopped until all of them are wired to the new one: started in between,
 * as {@code bundle:update -r} does, it would open its tables while the framework takes it apart.
 */
@Service
@Command(
        scope = "smartems",
        name = "bundle-update",
        description = "Replaces a bundle of the product while the server runs")
public final class BundleUpdateCommand extends ShellAction {

    /** No bundle of the product is a tenth of it. */
    private static final int LARGEST = 64 << 20;

    @Argument(index = 0, name = "bundle", description = "Symbolic name, such as org.smartems.fleet", required = true)
    String name;

    @Argument(index = 1, name = "url", description = "The new bundle, such as file:/PATH/fleet.jar", required = true)
    String url;

    @Override
    protected void run() {
        Bundle bundle = installed();
        byte[] content = content();
        boolean interrupted = false;
        try {
            try {
                bundle.stop();
                bundle.update(new ByteArrayInputStream(content));
                interrupted = Refresh.of(context.getBundle(0).adapt(FrameworkWiring.class), bundle);
            } finally {
                bundle.start();
            }
        } catch (BundleException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        print(name + " is now " + bundle.getVersion() + "; smartems:health tells when the server is ready again.");
    }

    private Bundle installed() {
        List<Bundle> found = Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "bundle: " + (found.isEmpty() ? "no bundle" : "more than one bundle") + " has this name: " + name);
        }
        return found.get(0);
    }

    /** All of it, before anything is stopped. */
    private byte[] content() {
        byte[] content;
        String described;
        try (InputStream in = new URL(url).openStream()) {
            content = in.readNBytes(LARGEST + 1);
            described = symbolicName(content);
        } catch (IOException e) {
            throw new IllegalArgumentException("url: cannot be read: " + e.getMessage(), e);
        }
        if (content.length > LARGEST) {
            throw new IllegalArgumentException("url: larger than " + (LARGEST >> 20) + " MiB");
        }
        if (!name.equals(described)) {
            throw new IllegalArgumentException(
                    "url: " + (described == null ? "no bundle" : "another bundle: " + described));
        }
        return content;
    }

    private static String symbolicName(byte[] content) throws IOException {
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(content))) {
            Manifest manifest = jar.getManifest();
            String header =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
            return header == null ? null : header.split(";", 2)[0].strip();
        }
    }
}
