// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.plugin;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.platform.plugin.PlugInSource;
import org.smartems.platform.plugin.PlugIns;

/** The plug-ins of all who call some. */
@Component
public final class PlugInDirectory implements PlugIns {

    private final Set<PlugInSource> sources = new CopyOnWriteArraySet<>();

    /** One of these sources alone. */
    public static PlugInDirectory of(PlugInSource... sources) {
        PlugInDirectory directory = new PlugInDirectory();
        List.of(sources).forEach(directory::addSource);
        return directory;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(PlugInSource source) {
        sources.add(source);
    }

    void removeSource(PlugInSource source) {
        sources.remove(source);
    }

    @Override
    public List<PlugIn> all() {
        TreeMap<String, PlugIn> byId = new TreeMap<>();
        sources.forEach(source -> source.plugIns().forEach(plugIn -> byId.putIfAbsent(plugIn.id(), plugIn)));
        return List.copyOf(byId.values());
    }

    @Override
    public boolean restart(String id) {
        return sources.stream().anyMatch(source -> source.restart(id));
    }
}
