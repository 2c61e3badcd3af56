// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.Violations;
import org.smartems.persistence.Jdbc;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.WorkKind;

/** Work flags as people set and clear them. */
public final class WorkFlags {

    /** The template version that applies to a device; needs {@code fleet_device d} and {@code fleet_template t}. */
    public static final String EFFECTIVE_VERSION = "case when d.staging"
            + " then coalesce(t.staging_version_id, t.production_version_id) else t.production_version_id end";

    private WorkFlags() {}

    /**
     * Sets flags that are not set yet; each gets the number of a new request.
     *
     * @param devices what follows {@code where} in a query over {@code fleet_device d} and, where it has one, its
     *     {@code fleet_template t}
     * @param values of that condition
     */
    public static void set(Jdbc jdbc, Set<WorkFlag> flags, String devices, Object... values) {
        if (flags.isEmpty()) {
            return;
        }
        String assignments = flags.stream()
                .map(WorkFlags::column)
                .map(column -> column + " = case " + column + " when 0 then flag_sequence + 1 else " + column + " end")
                .collect(Collectors.joining(", "));
        String missing = flags.stream().map(flag -> column(flag) + " = 0").collect(Collectors.joining(" or "));
        jdbc.update(
                locked(devices) + "update fleet_device_state set flag_sequence = flag_sequence + 1,"
                        + " revision = revision + 1, " + assignments
                        + " where device_id in (select device_id from chosen) and (" + missing + ")",
                values);
    }

    /**
     * Clears flags that are set; one that is being answered is not set again when that fails.
     *
     * @param devices what follows {@code where} in a query over {@code fleet_device d} and its {@code fleet_template t}
     * @param values of that condition
     */
    public static void clear(Jdbc jdbc, Set<WorkFlag> flags, String devices, Object... values) {
        if (flags.isEmpty()) {
            return;
        }
        update(jdbc, cleared(flags, flag -> column(flag) + " <> 0"), devices, values);
    }

    /**
     * Clears flags whether they are set or not: what is being answered is not wanted either.
     *
     * @param devices see {@link #clear}
     * @param values of that condition
     */
    public static void withdraw(Jdbc jdbc, Set<WorkFlag> flags, String devices, Object... values) {
        if (flags.isEmpty()) {
            return;
        }
        update(jdbc, cleared(flags, flag -> "true"), devices, values);
    }

    private static void update(Jdbc jdbc, String assignments, String devices, Object... values) {
        jdbc.update(
                locked(devices) + "update fleet_device_state set revision = revision + 1, " + assignments
                        + " where device_id in (select device_id from chosen)",
                values);
    }

    /** The notes of answers go with the flags, or they would set them again. */
    private static String cleared(Set<WorkFlag> flags, Function<WorkFlag, String> whether) {
        StringBuilder assignments = new StringBuilder();
        String noted = "false";
        String log = "config_log";
        for (WorkFlag flag : flags) {
            String kind = flag.kind().name();
            assignments.append(column(flag)).append(" = 0, ");
            noted += " or delivering ->> 'kind' = '" + kind + "' and (delivering ->> 'slot')::int = " + flag.slot()
                    + " and " + whether.apply(flag);
            if (flag.kind() == WorkKind.CONFIG) {
                log += " #- case when " + whether.apply(flag) + " then '{" + flag.slot()
                        + ",sent}'::text[] else '{}' end";
            }
        }
        return assignments + "delivering = case when " + noted + " then null else delivering end, config_log = " + log;
    }

    /** Locked in the order in which check-ins lock them. */
    private static String locked(String devices) {
        return "with chosen as (select s.device_id from fleet_device_state s join fleet_device d on d.id = s.device_id"
                + " left join fleet_template t on t.id = d.template_id where " + devices
                + " order by s.device_id for update of s) ";
    }

    /** The column of a flag in {@code fleet_device_state}. */
    public static String column(WorkFlag flag) {
        return flag.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a type has what a flag asks for. */
    public static boolean isPossible(DeviceType type, WorkFlag flag) {
        return type.has(
                switch (flag.kind()) {
                    case FIRMWARE -> Capability.firmware(flag.slot());
                    case CONFIG -> Capability.config(flag.slot());
                    case DIAGNOSE -> Capability.REQUEST_DIAGNOSE;
                    case REQUEST_CONFIG -> Capability.REQUEST_CONFIG;
                });
    }

    /** Whether devices of a type get with every contact what a flag asks for. */
    public static boolean isNeedless(DeviceType type, WorkFlag flag) {
        return flag.name().startsWith("REINSTALL_CONFIG") && type.has(Capability.alwaysReinstallConfig(flag.slot()));
    }

    /** The flags that change something on devices of a type. */
    public static Set<WorkFlag> useful(DeviceType type, Collection<WorkFlag> flags) {
        return flags.stream().filter(flag -> !isNeedless(type, flag)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Finds flags that a type does not have.
     *
     * @param prefix of the ids of the rules, such as {@code device}
     */
    public static void check(DeviceType type, Collection<WorkFlag> flags, String prefix, Violations violations) {
        flags.stream()
                .sorted()
                .filter(flag -> !isPossible(type, flag))
                .forEach(flag -> violations.add(flag.id(), prefix + "." + rule(flag)));
    }

    /** The end of the id of the rule that a type must have what a flag asks for. */
    static String rule(WorkFlag flag) {
        return switch (flag.kind()) {
            case FIRMWARE -> "firmware" + flag.slot() + "Disabled";
            case CONFIG -> "config" + flag.slot() + "Disabled";
            case DIAGNOSE -> "requestDiagnoseDataDisabled";
            case REQUEST_CONFIG -> "requestConfigDataDisabled";
        };
    }
}
