// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plug-ins of one kind that are installed now, each in its container; of several with one id the first one counts.
 * Safe for use by many threads.
 *
 * @param <S> the interface of the kind
 * @param <D> what one says of itself
 */
public final class Installed<S, D> implements PlugInSource {

    private static final Logger LOG = LoggerFactory.getLogger(Installed.class);

    private final String kind;
    private final Containment containment;
    private final Function<S, About<D>> describe;
    private final List<Entry<S, D>> entries = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private volatile SortedMap<String, Entry<S, D>> byId = new TreeMap<>();
    private volatile List<PlugIn> unused = List.of();
    private volatile long changes;

    /**
     * None.
     *
     * @param kind the part of ids before the colon
     * @param containment makes the containers
     * @param describe asks a plug-in what it is; called once for each, inside the limits of a call
     */
    public Installed(String kind, Containment containment, Function<S, About<D>> describe) {
        this.kind = kind;
        this.containment = containment;
        this.describe = describe;
    }

    /**
     * What a plug-in says of itself.
     *
     * @param id what it is called among its kind, without control characters
     * @param provides what people read of that which it adds
     * @param description anything else that is read once
     */
    public record About<D>(String id, String provides, D description) {}

    /**
     * A plug-in.
     *
     * @param service to be called inside its container alone
     * @param description what it says of itself
     * @param id what it is called among its kind
     * @param container keeps what it does wrong from the rest
     */
    public record Entry<S, D>(S service, D description, String id, Container container) {}

    private record Rejected(Object service, PlugIn state) {}

    /** Adds one, or keeps in mind why it cannot be used. */
    public void add(S service) {
        Container nameless = containment.container(named(service.getClass().getName(), "", service));
        try {
            About<D> about = nameless.callApart(() -> checked(describe.apply(service)));
            add(service, about);
        } catch (RuntimeException e) {
            LOG.error("{} does not describe itself and is not used", nameless.id(), e);
            reject(new Rejected(service, nameless.state(PlugIn.State.UNUSABLE)));
        }
    }

    /** Removes one; another one with its id takes its place. */
    public synchronized void remove(S service) {
        entries.removeIf(entry -> entry.service() == service);
        rejected.removeIf(one -> one.service() == service);
        publish();
    }

    /** One that is used. */
    public Optional<Entry<S, D>> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The ids of those that are used, in alphabetical order. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** Those that are used, in the order of their ids. */
    public Stream<Entry<S, D>> all() {
        return byId.values().stream();
    }

    /** Another number after each change and each restart: what one has answered before may be different now. */
    public long changes() {
        return changes;
    }

    @Override
    public List<PlugIn> plugIns() {
        return Stream.concat(all().map(entry -> entry.container().state()), unused.stream())
                .toList();
    }

    @Override
    public synchronized boolean restart(String id) {
        Optional<Container> found = all().map(Entry::container)
                .filter(container -> container.id().equals(id))
                .findFirst();
        found.ifPresent(container -> {
            container.restart();
            changes++;
        });
        return found.isPresent();
    }

    private synchronized void add(S service, About<D> about) {
        Container container = containment.container(named(about.id(), about.provides(), service));
        if (byId.containsKey(about.id())) {
            LOG.warn("{} is not used: another one is called so, too", container.id());
        }
        entries.add(new Entry<>(service, about.description(), about.id(), container));
        publish();
    }

    private synchronized void reject(Rejected one) {
        rejected.add(one);
        publish();
    }

    private static <D> About<D> checked(About<D> about) {
        if (about.id() == null || about.id().isBlank()) {
            throw new IllegalStateException("it has no id");
        }
        if (about.id().chars().anyMatch(Character::isISOControl)) {
            throw new IllegalStateException("its id has control characters");
        }
        return about;
    }

    private PlugIn.Named named(String id, String provides, Object service) {
        return new PlugIn.Named(kind + ":" + id, provides == null ? "" : provides, Containment.origin(service));
    }

    private void publish() {
        SortedMap<String, Entry<S, D>> used = new TreeMap<>();
        List<PlugIn> others = new ArrayList<>();
        for (Entry<S, D> entry : entries) {
            if (used.putIfAbsent(entry.id(), entry) != null) {
                others.add(duplicate(entry, used.get(entry.id()).container()));
            }
        }
        rejected.forEach(one -> others.add(one.state()));
        byId = used;
        unused = List.copyOf(others);
        changes++;
    }

    private static <S, D> PlugIn duplicate(Entry<S, D> entry, Container first) {
        PlugIn state = entry.container().state(PlugIn.State.DUPLICATE);
        String bundle = state.origin().bundle();
        String place = bundle.isEmpty() ? entry.service().getClass().getName() : bundle;
        PlugIn.Named named =
                new PlugIn.Named(state.id() + "@" + place, state.named().provides(), state.origin());
        String reason = "The same id as one of " + first.state().origin().bundle();
        return new PlugIn(
                named,
                state.state(),
                state.since(),
                state.counts(),
                Optional.of(new PlugIn.Fault(state.since(), reason.strip())));
    }
}
