// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.smartems.resource.Sql;
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
            from fleet_firmware goal
            join fleet_firmware f on f.device_type_id = goal.device_type_id and f.slot = goal.slot and IS_STEP
            where goal.id = ?"""
                    .replace("IS_STEP", UpdatePaths.IS_STEP);

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
     * @param isSeen whether who asks sees it
     */
    public record Step(long id, String name, String version, boolean isSeen) {}

    private record Named(FirmwareSnapshot firmware, String name, boolean isSeen) {}

    private record Ordered(String versioning, String procedure) {}

    /**
     * Which firmware a device gets one after another that has the lowest one.
     *
     * @param id of a firmware
     * @param seen condition on a firmware {@code f}, of what who asks sees
     * @return the firmware itself last; it alone where versions have no order
     */
    public List<Step> to(long id, Sql seen) {
        return transactions.call(() -> steps(id, seen));
    }

    private List<Step> steps(long id, Sql seen) {
        Ordered ordered = jdbc().first(ORDER, row -> new Ordered(row.getString(1), row.getString(2)), id)
                .orElseThrow(Refusals::notFound);
        Map<Long, Named> named = new LinkedHashMap<>();
        for (Named firmware : all(id, seen)) {
            named.put(firmware.firmware().id(), firmware);
        }
        List<FirmwareSnapshot> all =
                named.values().stream().map(Named::firmware).toList();
        return steps(ordered, all, id).stream()
                .map(step -> named.get(step.id()))
                .map(step -> new Step(
                        step.firmware().id(), step.name(), step.firmware().version(), step.isSeen()))
                .toList();
    }

    private List<Named> all(long id, Sql seen) {
        List<Object> values = new ArrayList<>(seen.values());
        values.add(id);
        return jdbc().list(
                        "select f.id, f.firmware_version, f.md5, f.filename, f.external_url, f.name, " + seen.text()
                                + " as seen " + FIRMWARE,
                        row -> new Named(UpdatePaths.firmware(row), row.getString("name"), row.getBoolean("seen")),
                        values.toArray());
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
