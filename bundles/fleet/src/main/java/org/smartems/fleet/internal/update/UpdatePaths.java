// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;
import org.smartems.persistence.Jdbc;

/** Reads update paths. */
public final class UpdatePaths {

    private static final String RULES =
            """
            select s.slot, r.versioning, coalesce(r.allow_downgrade, false) as allow_downgrade
            from fleet_template_version v
            join fleet_template t on t.id = v.template_id
            cross join lateral (values (1, v.firmware1_id), (2, v.firmware2_id), (3, v.firmware3_id))
                s (slot, firmware_id)
            left join fleet_firmware_rule r on r.device_type_id = t.device_type_id and r.slot = s.slot
            where v.id = ? and s.firmware_id is not null""";

    /** Whether {@code f} may be a step to a {@code goal}: whom tags bind makes none for the devices of others. */
    static final String IS_STEP = "(not f.restricted or f.id = goal.id or f.created_by = goal.created_by)";

    /** Where every difference counts there are no steps, but the firmware of the template may have files. */
    private static final String STEPS =
            """
            select f.slot, f.id, f.firmware_version, f.md5, f.filename, f.external_url
            from fleet_template_version v
            join fleet_template t on t.id = v.template_id
            join fleet_device_type y on y.id = t.device_type_id
            join fleet_firmware goal on goal.id in (v.firmware1_id, v.firmware2_id, v.firmware3_id)
            join fleet_firmware f on f.device_type_id = y.id and f.slot = goal.slot and IS_STEP
            left join fleet_firmware_rule r on r.device_type_id = y.id and r.slot = f.slot
            where v.id = ? and coalesce(r.versioning, y.firmware_versioning) <> ?"""
                    .replace("IS_STEP", IS_STEP);

    private static final String FILES =
            """
            select f.slot, f.id as firmware_id, w.identifier, h.id, f.firmware_version, h.md5, h.filename,
                h.external_url
            from fleet_template_version v
            join fleet_template t on t.id = v.template_id
            join fleet_firmware f on f.device_type_id = t.device_type_id
            join fleet_firmware_hardware h on h.firmware_id = f.id
            join fleet_hardware w on w.id = h.hardware_id
            where v.id = ?""";

    private UpdatePaths() {}

    /** What belongs to a slot, while it is read. */
    private record Parts(
            Optional<String> versioning,
            boolean allowsDowngrade,
            List<FirmwareSnapshot> steps,
            Map<Long, Map<String, FirmwareSnapshot>> files) {

        UpdatePath path() {
            return new UpdatePath(versioning, allowsDowngrade, steps, files);
        }
    }

    /**
     * The paths to the firmware of a template version, by slot. Needs the caller's transaction.
     *
     * @param jdbc of the transaction
     * @param versionId of the template version
     */
    public static Map<Integer, UpdatePath> read(Jdbc jdbc, long versionId) {
        Map<Integer, Parts> slots = new HashMap<>();
        jdbc.list(RULES, row -> Map.entry(row.getInt("slot"), parts(row)), versionId)
                .forEach(slot -> slots.put(slot.getKey(), slot.getValue()));
        Map<Integer, UpdatePath> paths = new HashMap<>();
        if (slots.isEmpty()) {
            return paths;
        }
        jdbc.list(STEPS, row -> add(slots, row), versionId, DeviceTypes.ANY_SCHEMA);
        jdbc.list(FILES, row -> addFile(slots, row), versionId);
        slots.forEach((slot, parts) -> paths.put(slot, parts.path()));
        return paths;
    }

    private static Parts parts(ResultSet row) throws SQLException {
        return new Parts(
                Optional.ofNullable(row.getString("versioning")),
                row.getBoolean("allow_downgrade"),
                new ArrayList<>(),
                new HashMap<>());
    }

    private static boolean add(Map<Integer, Parts> slots, ResultSet row) throws SQLException {
        Parts parts = slots.get(row.getInt("slot"));
        return parts != null && parts.steps().add(firmware(row));
    }

    private static boolean addFile(Map<Integer, Parts> slots, ResultSet row) throws SQLException {
        Parts parts = slots.get(row.getInt("slot"));
        if (parts != null) {
            parts.files()
                    .computeIfAbsent(row.getLong("firmware_id"), id -> new HashMap<>())
                    .put(row.getString("identifier"), firmware(row));
        }
        return parts != null;
    }

    /** A firmware, or a file of one for a hardware: devices see no difference. */
    public static FirmwareSnapshot firmware(ResultSet row) throws SQLException {
        return new FirmwareSnapshot(
                row.getLong("id"),
                row.getString("firmware_version"),
                row.getString("md5"),
                row.getString("filename"),
                Optional.ofNullable(row.getString("external_url")));
    }
}
