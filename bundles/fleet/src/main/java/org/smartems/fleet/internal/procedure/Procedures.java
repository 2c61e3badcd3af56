// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.procedure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.plugin.InstalledPlugIns;
import org.smartems.platform.plugin.Installed;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;

/** What the procedures that are installed are like, and the one of devices that never call. */
@Component(service = Procedures.class)
public final class Procedures {

    private static final ProcedureDescription NONE = ProcedureDescription.of(DeviceTypes.NO_PROCEDURE, "None")
            .supports(Capability.TEMPLATES, Capability.VARIABLES, Capability.CERTIFICATES)
            .field(DeviceField.SERIAL_NUMBER, FieldRequirement.OPTIONAL)
            .field(DeviceField.MODEL, FieldRequirement.OPTIONAL);

    private final InstalledPlugIns plugIns;

    /** Knows the one procedure that is no plug-in as well. */
    @Activate
    public Procedures(@Reference InstalledPlugIns plugIns) {
        this.plugIns = plugIns;
    }

    /** The ids of those that are installed, in alphabetical order. */
    public List<String> ids() {
        return Stream.concat(Stream.of(NONE.id()), plugIns.procedures().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** A procedure that is installed. */
    public Optional<ProcedureDescription> find(String id) {
        return id.equals(NONE.id()) ? Optional.of(NONE) : plugIns.procedure(id).map(Installed.Entry::description);
    }
}
