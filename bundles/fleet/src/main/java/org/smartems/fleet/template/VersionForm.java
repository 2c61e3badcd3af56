// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param accessTags ids of what devices can take over
 * @param deviceLabels ids of what devices can take over
 */
public record VersionForm(
        String name,
        String description,
        String deviceDescription,
        Map<Integer, Long> configs,
        Map<Integer, Long> firmware,
        List<Variable> variables,
        Set<Long> accessTags,
        Set<Long> deviceLabels) {

    /** Copies the collections. */
    public VersionForm {
        configs = Map.copyOf(configs);
        firmware = Map.copyOf(firmware);
        variables = List.copyOf(variables);
        accessTags = Set.copyOf(accessTags);
        deviceLabels = Set.copyOf(deviceLabels);
    }

    /**
     * Without access tags and labels.
     *
     * @param name of the version
     * @param description of the version
     * @param deviceDescription what devices can take over
     * @param configs ids by slot
     * @param firmware ids by slot
     * @param variables what devices can take over
     */
    public VersionForm(
            String name,
            String description,
            String deviceDescription,
            Map<Integer, Long> configs,
            Map<Integer, Long> firmware,
            List<Variable> variables) {
        this(name, description, deviceDescription, configs, firmware, variables, Set.of(), Set.of());
    }
}
