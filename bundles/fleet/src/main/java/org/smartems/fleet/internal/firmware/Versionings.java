// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.smartems.platform.plugin.Containment;
import org.smartems.platform.plugin.Installed;
import org.smartems.platform.plugin.Limits;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.platform.plugin.PlugInSource;
import org.smartems.spi.firmware.FirmwareVersioning;
import org.smartems.spi.firmware.VersionRelation;

/** The orders of firmware versions that are installed. */
@Component(service = {Versionings.class, PlugInSource.class})
public final class Versionings implements PlugInSource {

    private static final int MOST = 2_000;

    private final Containment containment;
    private final Installed<FirmwareVersioning, Known> versionings;

    /** Begins without any. */
    @Activate
    public Versionings() {
        this(Limits.crowded());
    }

    /** Begins without any, with other limits. */
    public Versionings(Limits limits) {
        containment = new Containment(limits);
        versionings = new Installed<>("versioning", containment, Versionings::about);
    }

    /** Stops looking at calls. */
    @Deactivate
    public void close() {
        containment.close();
    }

    /** Called when one appears. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addVersioning(FirmwareVersioning versioning) {
        versionings.add(versioning);
    }

    /** Called when one goes away. */
    public void removeVersioning(FirmwareVersioning versioning) {
        versionings.remove(versioning);
    }

    /** An order that is installed. */
    public Optional<VersionOrder> find(String id) {
        return versionings.find(id).map(Contained::new);
    }

    /** What people read of those that are installed, by id, in alphabetical order of the ids. */
    public Map<String, String> offered() {
        Map<String, String> offered = new LinkedHashMap<>();
        versionings
                .all()
                .forEach(entry -> offered.put(entry.id(), entry.description().label()));
        return offered;
    }

    @Override
    public List<PlugIn> plugIns() {
        return versionings.plugIns();
    }

    @Override
    public boolean restart(String id) {
        if (!versionings.restart(id)) {
            return false;
        }
        versionings.all().filter(entry -> entry.container().id().equals(id)).forEach(entry -> entry.description()
                .relations()
                .clear());
        return true;
    }

    private static Installed.About<Known> about(FirmwareVersioning versioning) {
        String id = versioning.id();
        String text = versioning.label();
        String label = text == null ? id : text;
        return new Installed.About<>(id, label, new Known(label, new ConcurrentHashMap<>()));
    }

    private record Pair(String version, String other) {}

    /**
     * What is known of an order.
     *
     * @param label what people read
     * @param relations what it has answered: it is pure, and a fleet has few pairs of versions
     */
    private record Known(String label, Map<Pair, Optional<VersionRelation>> relations) {

        /** Devices may report any text: what they make up must not fill the memory. */
        void put(Pair pair, Optional<VersionRelation> relation) {
            if (relations.size() >= MOST) {
                relations.clear();
            }
            relations.put(pair, relation);
        }
    }

    /** Whoever compares versions has something to do afterwards: its thread must not be lost. */
    private record Contained(Installed.Entry<FirmwareVersioning, Known> entry) implements VersionOrder {

        @Override
        public Optional<VersionRelation> relation(String version, String other) {
            Pair pair = new Pair(version, other);
            Optional<VersionRelation> known = entry.description().relations().get(pair);
            if (known != null) {
                return known;
            }
            Optional<VersionRelation> answer = together(order -> order.relation(version, other));
            entry.description().put(pair, answer);
            return answer;
        }

        @Override
        public <T> T together(Function<VersionOrder, T> questions) {
            VersionOrder order = VersionOrder.of(entry.service());
            return entry.container().callApart(() -> questions.apply(order));
        }
    }
}
