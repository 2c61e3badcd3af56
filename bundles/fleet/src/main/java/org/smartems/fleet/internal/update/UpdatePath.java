// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.update;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.smartems.fleet.internal.device.DeviceFacts;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;
import org.smartems.fleet.internal.firmware.VersionOrder;
import org.smartems.spi.firmware.VersionRelation;
import org.smartems.spi.procedure.DeviceField;

/**
 * How devices get from the firmware that they have to that of a template version in one slot; immutable.
 *
 * @param versioning id of the order of versions of the slot; empty where that of the device type counts
 * @param allowsDowngrade whether a newer firmware than that of the template is replaced
 * @param steps firmware of the slot in any order, that of the template included; empty where versions have no order
 * @param files by id of the firmware: its files for a hardware, by what devices report of it
 */
public record UpdatePath(
        Optional<String> versioning,
        boolean allowsDowngrade,
        List<FirmwareSnapshot> steps,
        Map<Long, Map<String, FirmwareSnapshot>> files) {

    /** Straight to the firmware of the template, which has one file. */
    public static final UpdatePath STRAIGHT = new UpdatePath(Optional.empty(), false, List.of(), Map.of());

    /** Copies the collections. */
    public UpdatePath {
        steps = List.copyOf(steps);
        files = Map.copyOf(files);
    }

    /** An order, and what of a version it is asked. */
    public record Order(VersionOrder versions, UnaryOperator<String> compared) {

        boolean isLower(String version, String other) {
            return versions.relation(compared.apply(version), compared.apply(other))
                    .filter(relation -> relation == VersionRelation.LOWER)
                    .isPresent();
        }
    }

    /**
     * The firmware that a device is given next.
     *
     * @param order of versions
     * @param reported version that the device has; empty when it is not known
     * @param goal firmware of the template
     * @return the lowest step above what is reported; the goal itself where there is none below it, where the device
     *     has it already or a newer one, or where versions cannot be compared
     */
    public FirmwareSnapshot next(Order order, String reported, FirmwareSnapshot goal) {
        if (!order.isLower(reported, goal.version())) {
            return goal;
        }
        return steps.stream()
                .filter(step ->
                        order.isLower(reported, step.version()) && order.isLower(step.version(), goal.version()))
                .min(byVersion(order))
                .orElse(goal);
    }

    /** The lowest step below the goal. */
    Optional<FirmwareSnapshot> lowest(Order order, FirmwareSnapshot goal) {
        return steps.stream()
                .filter(step -> order.isLower(step.version(), goal.version()))
                .min(byVersion(order));
    }

    /** Of two with the same version the newer record counts. */
    private static Comparator<FirmwareSnapshot> byVersion(Order order) {
        Comparator<FirmwareSnapshot> versions = (one, other) -> {
            if (order.isLower(one.version(), other.version())) {
                return -1;
            }
            return order.isLower(other.version(), one.version()) ? 1 : 0;
        };
        return versions.thenComparing(
                Comparator.comparingLong(FirmwareSnapshot::id).reversed());
    }

    /** Whether a firmware has files for some hardware. */
    public boolean dependsOnHardware(FirmwareSnapshot firmware) {
        return files.containsKey(firmware.id());
    }

    /**
     * The file of a firmware for the hardware of a device: its hardware version counts, else its model.
     *
     * @return empty when there is none for it
     */
    public Optional<FirmwareSnapshot> file(FirmwareSnapshot firmware, DeviceFacts facts) {
        Map<String, FirmwareSnapshot> byHardware = files.getOrDefault(firmware.id(), Map.of());
        return facts.field(DeviceField.HARDWARE_VERSION).map(byHardware::get).or(() -> facts.field(DeviceField.MODEL)
                .map(byHardware::get));
    }
}
