// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.template;

import java.util.OptionalLong;
import org.smartems.fleet.History;

/**
 * A stored template.
 *
 * @param id of the template
 * @param deviceType id of its type
 * @param name not unique
 * @param stagingVersion id of the version for staging devices
 * @param productionVersion id of the version for all others
 * @param history when and by whom
 */
public record TemplateView(
        long id,
        long deviceType,
        String name,
        OptionalLong stagingVersion,
        OptionalLong productionVersion,
        History history) {}
