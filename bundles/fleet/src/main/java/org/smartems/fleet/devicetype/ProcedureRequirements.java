// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.devicetype;

import java.util.List;
import org.smartems.spi.procedure.Capability;

/**
 * What device types of a procedure must have and may have; immutable.
 *
 * @param required in the order of {@link Capability}
 * @param optional in the order of {@link Capability}, without what nothing installed provides
 */
public record ProcedureRequirements(List<Capability> required, List<Capability> optional) {

    /** Copies the lists. */
    public ProcedureRequirements {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }
}
