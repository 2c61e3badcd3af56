// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.smartems.fleet.internal.PlugIns;
import org.smartems.spi.firmware.FirmwareVersioning;

/** The orders of firmware versions that are installed. */
@Component(service = Versionings.class)
public final class Versionings {

    private final PlugIns<FirmwareVersioning> versionings = new PlugIns<>();

    /** Called when one appears. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addVersioning(FirmwareVersioning versioning) {
        versionings.add(versioning.id(), versioning);
    }

    /** Called when one goes away. */
    public void removeVersioning(FirmwareVersioning versioning) {
        versionings.remove(versioning);
    }

    /** An order that is installed. */
    public Optional<FirmwareVersioning> find(String id) {
        return versionings.find(id);
    }

    /** What people read of those that are installed, by id, in alphabetical order of the ids. */
    public Map<String, String> offered() {
        Map<String, String> offered = new LinkedHashMap<>();
        versionings.ids().forEach(id -> find(id).ifPresent(one -> offered.put(id, one.label())));
        return offered;
    }
}
