// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.containment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plug-ins of one kind; of several with one id the first one counts. */
public final class Installed<S, D> {

    private static final Logger LOG = LoggerFactory.getLogger(Installed.class);

    private final List<Entry<S, D>> entries = new ArrayList<>();
    private volatile SortedMap<String, Entry<S, D>> byId = new TreeMap<>();

    /**
     * A plug-in.
     *
     * @param service to be called inside its container alone
     * @param description what it says of itself, read once
     * @param id what it is called among its kind
     * @param container keeps what it does wrong from the rest
     */
    public record Entry<S, D>(S service, D description, String id, Container container) {}

    synchronized void add(S service, Function<S, Entry<S, D>> describe) {
        try {
            Entry<S, D> entry = describe.apply(service);
            if (byId.containsKey(entry.id())) {
                LOG.warn(
                        "{} is not used: another one is called so, too",
                        entry.container().id());
            }
            entries.add(entry);
            publish();
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "{} does not describe itself and is not used",
                    service.getClass().getName(),
                    e);
        }
    }

    synchronized void remove(S service) {
        entries.removeIf(entry -> entry.service() == service);
        publish();
    }

    Optional<Entry<S, D>> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Stream<Entry<S, D>> all() {
        return byId.values().stream();
    }

    private void publish() {
        SortedMap<String, Entry<S, D>> used = new TreeMap<>();
        entries.forEach(entry -> used.putIfAbsent(entry.id(), entry));
        byId = used;
    }
}
