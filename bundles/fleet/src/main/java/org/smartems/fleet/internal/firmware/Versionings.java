// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.smartems.platform.plugin.Container;
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

    private final Containment containment;
    private final Installed<FirmwareVersioning, String> versionings;

    /** Begins without any. */
    @Activate
    public Versionings() {
        this(Limits.standard());
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

    /** An order that is installed; its calls may fail with what {@link Container#callApart} throws. */
    public Optional<FirmwareVersioning> find(String id) {
        return versionings.find(id).map(Contained::new);
    }

    /** What people read of those that are installed, by id, in alphabetical order of the ids. */
    public Map<String, String> offered() {
        Map<String, String> offered = new LinkedHashMap<>();
        versionings.all().forEach(entry -> offered.put(entry.id(), entry.description()));
        return offered;
    }

    @Override
    public List<PlugIn> plugIns() {
        return versionings.plugIns();
    }

    @Override
    public boolean restart(String id) {
        return versionings.restart(id);
    }

    private static Installed.About<String> about(FirmwareVersioning versioning) {
        String id = versioning.id();
        String label = versioning.label();
        return new Installed.About<>(id, label, label == null ? id : label);
    }

    /** Versions are compared in transactions, whose thread must not be lost. */
    private record Contained(Installed.Entry<FirmwareVersioning, String> entry) implements FirmwareVersioning {

        @Override
        public String id() {
            return entry.id();
        }

        @Override
        public String label() {
            return entry.description();
        }

        @Override
        public boolean isVersion(String version) {
            return entry.container().callApart(() -> entry.service().isVersion(version));
        }

        @Override
        public VersionRelation relate(String version, String other) {
            return entry.container().callApart(() -> entry.service().relate(version, other));
        }
    }
}
