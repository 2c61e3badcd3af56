// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.device;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.smartems.fleet.History;
import org.smartems.fleet.Variable;

/**
 * A stored device.
 *
 * @param id of the device
 * @param uuid made by the server
 * @param deviceType id of its type
 * @param identifier by what it is known
 * @param name unique within its type
 * @param description may be empty
 * @param enabled whether it is handed work
 * @param staging whether it uses the staging version of its template
 * @param template id of its template
 * @param variables in their order
 * @param accessTags ids, in ascending order
 * @param labels ids, in ascending order
 * @param flags what it is to be handed with its next contact
 * @param status what is known by its contacts
 * @param history when and by whom
 */
public record DeviceView(
        long id,
        String uuid,
        long deviceType,
        String identifier,
        String name,
        String description,
        boolean enabled,
        boolean staging,
        OptionalLong template,
        List<Variable> variables,
        Set<Long> accessTags,
        Set<Long> labels,
        Set<WorkFlag> flags,
        DeviceStatus status,
        History history) {}
