// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.config;

import org.smartems.fleet.History;

/**
 * A stored config.
 *
 * @param id of the config
 * @param uuid made by the server
 * @param deviceType id of its type
 * @param slot 1 to 3
 * @param generatorInstalled whether its language is there now
 * @param values what was filled in
 * @param history when and by whom
 */
public record ConfigView(
        long id,
        String uuid,
        long deviceType,
        int slot,
        boolean generatorInstalled,
        ConfigForm values,
        History history) {}
