// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Optional;
import java.util.Set;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.Outcome;
import org.smartems.spi.procedure.Work;

/**
 * What procedures see of a decision.
 *
 * @param outcome what came of the report
 * @param identifier by what the device is known
 * @param work to hand out
 * @param hasTemplate whether a template version applies
 * @param configSlots slots in which that version has a config
 */
record Result(Outcome outcome, String identifier, Optional<Work> work, boolean hasTemplate, Set<Integer> configSlots)
        implements CheckIn {

    static Result of(Outcome outcome, String identifier) {
        return new Result(outcome, identifier, Optional.empty(), false, Set.of());
    }

    @Override
    public boolean hasConfig(int slot) {
        return configSlots.contains(slot);
    }
}
