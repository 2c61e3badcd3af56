// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;
import org.smartems.fleet.internal.firmware.Versionings;
import org.smartems.fleet.internal.procedure.Procedures;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.plugin.PlugInAway;
import org.smartems.platform.plugin.PlugInFailure;
import org.smartems.resource.Sql;

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

    private static final Logger LOG = LoggerFactory.getLogger(UpdateSteps.class);

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

    /** The firmware of the slot, and what orders its versions. */
    private record Found(String versioning, String procedure, Map<Long, Named> named) {

        List<FirmwareSnapshot> all() {
            return named.values().stream().map(Named::firmware).toList();
        }
    }

    /**
     * Which firmware a device gets one after another that has the lowest one.
     *
     * @param id of a firmware
     * @param seen condition on a firmware {@code f}, of what who asks sees
     * @return the firmware itself last; it alone where versions have no order, or one that contradicts itself or cannot
     *     be asked now
     */
    public List<Step> to(long id, Sql seen) {
        Found found = transactions.call(() -> read(id, seen));
        return steps(found, id).stream()
                .map(step -> found.named().get(step.id()))
                .map(step -> new Step(
                        step.firmware().id(), step.name(), step.firmware().version(), step.isSeen()))
                .toList();
    }

    private Found read(long id, Sql seen) {
        Map<Long, Named> named = new LinkedHashMap<>();
        all(id, seen).forEach(firmware -> named.put(firmware.firmware().id(), firmware));
        return jdbc().first(ORDER, row -> new Found(row.getString(1), row.getString(2), named), id)
                .orElseThrow(Refusals::notFound);
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

    private List<FirmwareSnapshot> steps(Found found, long id) {
        FirmwareSnapshot goal = found.all().stream()
                .filter(firmware -> firmware.id() == id)
                .findFirst()
                .orElseThrow(Refusals::notFound);
        UpdatePath path = new UpdatePath(Optional.empty(), false, found.all(), Map.of());
        UnaryOperator<String> compared = compared(found.procedure());
        try {
            return versionings
                    .find(found.versioning())
                    .map(order ->
                            order.together(versions -> steps(path, new UpdatePath.Order(versions, compared), goal)))
                    .orElse(List.of(goal));
        } catch (PlugInFailure | PlugInAway e) {
            LOG.debug("The way to firmware {} is not known now", id, e);
            return List.of(goal);
        }
    }

    private static List<FirmwareSnapshot> steps(UpdatePath path, UpdatePath.Order order, FirmwareSnapshot goal) {
        Set<FirmwareSnapshot> steps = new LinkedHashSet<>();
        FirmwareSnapshot step = path.lowest(order, goal).orElse(goal);
        while (step.id() != goal.id()) {
            if (!steps.add(step)) {
                return List.of(goal);
            }
            step = path.next(order, step.version(), goal);
        }
        steps.add(goal);
        return List.copyOf(steps);
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
