// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.schema;

import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.osgi.framework.Bundle;

/** The scripts in one folder of a bundle. */
record BundleSql(Bundle bundle, String folder) implements ResourceProvider {

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        List<LoadableResource> found = new ArrayList<>();
        Enumeration<URL> entries = bundle.findEntries(folder, "*", false);
        while (entries != null && entries.hasMoreElements()) {
            URL entry = entries.nextElement();
            String name = fileName(entry.getPath());
            if (name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith)) {
                found.add(new SqlResource(entry, folder + "/" + name, name));
            }
        }
        Collections.sort(found);
        return found;
    }

    /** Also asked for settings beside each script, which nobody has. */
    @Override
    public LoadableResource getResource(String path) {
        URL entry = bundle.getEntry(path);
        return entry == null ? null : new SqlResource(entry, path, fileName(path));
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
