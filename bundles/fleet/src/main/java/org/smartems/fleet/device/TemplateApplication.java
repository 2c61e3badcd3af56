// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.device;

import java.util.OptionalLong;
import java.util.Set;

/**
 * How a template is applied to a device.
 *
 * @param template id of the template; empty takes the device's template away, and then nothing else may be asked for
 * @param variables whether the device takes over the variables
 * @param description whether the device takes over the description
 * @param labels whether the device takes over the labels
 * @param accessTags whether the device takes over the access tags, as far as the author may give them
 * @param reinstall what the device gets again
 */
public record TemplateApplication(
        OptionalLong template,
        boolean variables,
        boolean description,
        boolean labels,
        boolean accessTags,
        Set<WorkFlag> reinstall) {

    /** Copies the flags. */
    public TemplateApplication {
        reinstall = Set.copyOf(reinstall);
    }

    /**
     * Without labels and access tags.
     *
     * @param template id of the template
     * @param variables whether the device takes over the variables
     * @param description whether the device takes over the description
     * @param reinstall what the device gets again
     */
    public TemplateApplication(OptionalLong template, boolean variables, boolean description, Set<WorkFlag> reinstall) {
        this(template, variables, description, false, false, reinstall);
    }
}
