// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.internal.config.ConfigSnapshot;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;
import org.smartems.fleet.internal.update.UpdatePath;

/**
 * What a template version hands out; immutable.
 *
 * @param versionId of the template version
 * @param configs by slot, where it has one
 * @param firmware by slot, where it has one
 * @param paths how devices get there, by slot
 */
public record TemplateSnapshot(
        long versionId,
        Map<Integer, ConfigSnapshot> configs,
        Map<Integer, FirmwareSnapshot> firmware,
        Map<Integer, UpdatePath> paths) {

    /** Copies the maps. */
    public TemplateSnapshot {
        configs = Map.copyOf(configs);
        firmware = Map.copyOf(firmware);
        paths = Map.copyOf(paths);
    }

    /** Whether one of its configs could not be compiled for a reason that may be over soon. */
    boolean isPassing() {
        return configs.values().stream().anyMatch(ConfigSnapshot::isPassing);
    }

    /** The config of a slot. */
    public Optional<ConfigSnapshot> config(int slot) {
        return Optional.ofNullable(configs.get(slot));
    }

    /** The firmware of a slot. */
    public Optional<FirmwareSnapshot> firmware(int slot) {
        return Optional.ofNullable(firmware.get(slot));
    }

    /** How devices get to the firmware of a slot. */
    public UpdatePath path(int slot) {
        return paths.getOrDefault(slot, UpdatePath.STRAIGHT);
    }
}
