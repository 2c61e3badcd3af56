// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.update;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;
import org.smartems.fleet.internal.firmware.Versionings;
import org.smartems.fleet.internal.procedure.Procedures;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.spi.firmware.FirmwareVersioning;

/** The steps that lead to a firmware, for whoever asks before a device does. */
@Component(service = UpdateSteps.class)
public final class UpdateSteps {

    private static final String ORDER =
            """
            select coalesce(r.versioning, y.firmware_versioning) as versioning, y.communication_procedure
            from fleet_firmware f
            join fleet_device_type y on y.id = f.device_type_id
            left join fleet_firmware_rule r on r.device_type_id = y.id and r.slot = f.slot
            where f.id = ?""";
    private static final String FIRMWARE =
            """
            select f.id, f.firmware_version, f.md5, f.filename, f.external_url, f.name
            from fleet_firmware goal
            join fleet_firmware f on f.device_type_id = goal.device_type_id and f.slot = goal.slot
            where goal.id = ?""";

    private final Transactions transactions;
    private final Versionings versionings;
    private final Procedures procedures;

    @Activate
    public UpdateSteps(
            @Reference Transactions transactions,
            @Reference Versionings versionings,
            @Reference Procedures procedures) {
        this.transactions = transactions;
        this.versionings = versionings;
        this.procedures = procedures;
    }

    /**
     * One of the firmware on the way.
     *
     * @param id of the firmware
     * @param name of the firmware
     * @param version that devices report once it is installed
     */
    public record Step(long id, String name, String version) {}

    private record Ordered(String versioning, String procedure) {}

    /**
     * Which firmware a device gets one after another that has the lowest one.
     *
     * @param id of a firmware
     * @return the firmware itself last; it alone where versions have no order
     */
    public List<Step> to(long id) {
        return transactions.call(() -> steps(id));
    }

    private List<Step> steps(long id) {
        Ordered ordered = jdbc().first(ORDER, row -> new Ordered(row.getString(1), row.getString(2)), id)
                .orElseThrow(Refusals::notFound);
        Map<Long, String> names = new HashMap<>();
        List<FirmwareSnapshot> all = jdbc().list(
                        FIRMWARE,
                        row -> {
                            names.put(row.getLong("id"), row.getString("name"));
                            return UpdatePaths.firmware(row);
                        },
                        id);
        return steps(ordered, all, id).stream()
                .map(step -> new Step(step.id(), names.get(step.id()), step.version()))
                .toList();
    }

    private List<FirmwareSnapshot> steps(Ordered ordered, List<FirmwareSnapshot> all, long id) {
        FirmwareSnapshot goal =
                all.stream().filter(firmware -> firmware.id() == id).findFirst().orElseThrow(Refusals::notFound);
        Optional<FirmwareVersioning> versioning = versionings.find(ordered.versioning());
        if (versioning.isEmpty()) {
            return List.of(goal);
        }
        UpdatePath path = new UpdatePath(Optional.empty(), false, all, Map.of());
        return steps(path, new UpdatePath.Order(versioning.get(), compared(ordered.procedure())), goal);
    }

    private static List<FirmwareSnapshot> steps(UpdatePath path, UpdatePath.Order order, FirmwareSnapshot goal) {
        List<FirmwareSnapshot> steps = new ArrayList<>();
        path.lowest(order, goal).ifPresent(steps::add);
        while (!steps.isEmpty() && steps.get(steps.size() - 1).id() != goal.id()) {
            steps.add(path.next(order, steps.get(steps.size() - 1).version(), goal));
        }
        return steps.isEmpty() ? List.of(goal) : steps;
    }

    private UnaryOperator<String> compared(String procedure) {
        return procedures
                .find(procedure)
                .<UnaryOperator<String>>map(known -> known::compared)
                .orElse(version -> version);
    }

    private Jdbc jdbc() {
        return new Jdbc(transactions);
    }
}
