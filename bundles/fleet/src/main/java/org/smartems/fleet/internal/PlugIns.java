// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the plug-ins of one kind say of themselves, by id; of several with one id the first one counts. They are called
 * elsewhere, which is where it is told of one that is not used.
 */
public final class PlugIns<T> {

    private static final Logger LOG = LoggerFactory.getLogger(PlugIns.class);

    private record Entry<T>(String id, T plugIn) {}

    private final List<Entry<T>> entries = new ArrayList<>();
    private volatile Map<String, T> byId = Map.of();
    private volatile long changes;

    /** Adds one; its id is read here, once. Without an id it is not used. */
    public synchronized void add(String id, T plugIn) {
        if (id == null || id.isBlank()) {
            LOG.warn("{} is not used: it has no id", plugIn.getClass().getName());
            return;
        }
        if (byId.containsKey(id)) {
            LOG.warn(
                    "{} is not used: another plug-in is called {}, too",
                    plugIn.getClass().getName(),
                    id);
        }
        entries.add(new Entry<>(id, plugIn));
        publish();
    }

    /** Removes one; another one with its id takes its place. */
    public synchronized void remove(T plugIn) {
        entries.removeIf(entry -> entry.plugIn() == plugIn);
        publish();
    }

    /** One that is installed. */
    public Optional<T> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The ids of those that are installed, in alphabetical order. */
    public List<String> ids() {
        return byId.keySet().stream().sorted().toList();
    }

    /** Another number after each change. */
    public long changes() {
        return changes;
    }

    private void publish() {
        Map<String, T> used = new HashMap<>();
        entries.forEach(entry -> used.putIfAbsent(entry.id(), entry.plugIn()));
        byId = used;
        changes++;
    }
}
