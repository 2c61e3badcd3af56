// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.internal.PlugIns;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;

/** What the procedures that are installed are like, and the one of devices that never call. */
@Component(service = Procedures.class)
public final class Procedures {

    private static final Logger LOG = LoggerFactory.getLogger(Procedures.class);
    private static final ProcedureDescription NONE = ProcedureDescription.of(DeviceTypes.NO_PROCEDURE, "None")
            .supports(Capability.TEMPLATES, Capability.VARIABLES, Capability.CERTIFICATES)
            .field(DeviceField.SERIAL_NUMBER, FieldRequirement.OPTIONAL)
            .field(DeviceField.MODEL, FieldRequirement.OPTIONAL);

    private final PlugIns<ProcedureDescription> descriptions = new PlugIns<>();
    private final Map<CommunicationProcedure, ProcedureDescription> byService = new ConcurrentHashMap<>();

    /** Knows the one procedure that is no plug-in. */
    public Procedures() {
        descriptions.add(NONE.id(), NONE);
    }

    /** Called when one appears. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addProcedure(CommunicationProcedure procedure) {
        try {
            ProcedureDescription description = procedure.description();
            byService.put(procedure, description);
            descriptions.add(description.id(), description);
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "{} does not describe itself and is not used",
                    procedure.getClass().getName(),
                    e);
        }
    }

    /** Called when one goes away. */
    public void removeProcedure(CommunicationProcedure procedure) {
        Optional.ofNullable(byService.remove(procedure)).ifPresent(descriptions::remove);
    }

    /** The ids of those that are installed, in alphabetical order. */
    public List<String> ids() {
        return descriptions.ids();
    }

    /** A procedure that is installed. */
    public Optional<ProcedureDescription> find(String id) {
        return descriptions.find(id);
    }
}
