// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.internal.config.ConfigSnapshot;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;

/**
 * What a template version hands out; immutable.
 *
 * @param versionId of the template version
 * @param configs by slot, where it has one
 * @param firmware by slot, where it has one
 */
public record TemplateSnapshot(
        long versionId, Map<Integer, ConfigSnapshot> configs, Map<Integer, FirmwareSnapshot> firmware) {

    /** Copies the maps. */
    public TemplateSnapshot {
        configs = Map.copyOf(configs);
        firmware = Map.copyOf(firmware);
    }

    /** The config of a slot. */
    public Optional<ConfigSnapshot> config(int slot) {
        return Optional.ofNullable(configs.get(slot));
    }

    /** The firmware of a slot. */
    public Optional<FirmwareSnapshot> firmware(int slot) {
        return Optional.ofNullable(firmware.get(slot));
    }
}
