// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.devicetype;

import org.smartems.fleet.History;

/**
 * A stored device type.
 *
 * @param id of the type
 * @param slug unique, made of the first name
 * @param enabled whether its devices may call
 * @param procedureInstalled whether the procedure is there now
 * @param used whether a device, template, config or firmware is of this type: then only its options can be changed
 * @param values complete; secret settings are left out
 * @param history when and by whom
 */
public record DeviceTypeView(
        long id,
        String slug,
        boolean enabled,
        boolean procedureInstalled,
        boolean used,
        DeviceTypeForm values,
        History history) {}
