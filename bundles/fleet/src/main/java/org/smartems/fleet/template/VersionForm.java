// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.template;

import java.util.List;
import java.util.Map;
import org.smartems.fleet.Variable;

/**
 * A template version as people fill it in; an empty text is a missing one.
 *
 * @param name of the version
 * @param description of the version
 * @param deviceDescription what devices can take over
 * @param configs ids by slot
 * @param firmware ids by slot
 * @param variables what devices can take over
 */
public record VersionForm(
        String name,
        String description,
        String deviceDescription,
        Map<Integer, Long> configs,
        Map<Integer, Long> firmware,
        List<Variable> variables) {

    /** Copies the collections. */
    public VersionForm {
        configs = Map.copyOf(configs);
        firmware = Map.copyOf(firmware);
        variables = List.copyOf(variables);
    }
}
