// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.devicetype;

import java.util.List;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.schema.Schema;

/**
 * What device types of a procedure must have and may have; immutable.
 *
 * @param required in the order of {@link Capability}
 * @param optional in the order of {@link Capability}, without what nothing installed provides
 * @param settings of the procedure, which every device type of it has
 */
public record ProcedureRequirements(List<Capability> required, List<Capability> optional, Schema settings) {

    /** Copies the lists. */
    public ProcedureRequirements {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }
}
