// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.smartems.fleet.History;
import org.smartems.fleet.device.DeviceFilter;
import org.smartems.fleet.device.DeviceStatus;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.store.IdsConverter;
import org.smartems.fleet.internal.store.VariablesConverter;
import org.smartems.persistence.Jdbc;
import org.smartems.resource.Sql;

/** Reads devices together with their states, in the caller's transaction. */
final class DeviceRows {

    private static final String SELECT = "select d.id, d.uuid, d.device_type_id, d.identifier, d.name, d.description,"
            + " d.enabled, d.staging, d.template_id, d.variables, d.access_tags, d.labels, d.created_at, d.updated_at,"
            + " d.created_by, d.updated_by, s.seen_at, s.command_retry_count, s.last_command_critical,"
            + " s.connection_amount, s.connection_amount_from, " + FactColumns.list("s") + ", " + flagColumns()
            + " from fleet_device d join fleet_device_state s on s.device_id = d.id where ";

    private final Jdbc jdbc;

    DeviceRows(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DeviceView> get(long id) {
        return jdbc.first(SELECT + "d.id = ?", DeviceRows::view, id);
    }

    List<DeviceView> find(String word) {
        return jdbc.list(
                SELECT + "? in (d.identifier, d.name, d.uuid) order by d.id limit 100", DeviceRows::view, word);
    }

    List<DeviceView> list(DeviceFilter filter) {
        StringBuilder condition = new StringBuilder("true");
        List<Object> values = new ArrayList<>();
        filter.deviceType().ifPresent(type -> {
            condition.append(" and d.device_type_id = ?");
            values.add(type);
        });
        filter.enabled().ifPresent(enabled -> {
            condition.append(" and d.enabled = ?");
            values.add(enabled);
        });
        if (!filter.identifier().isEmpty()) {
            condition.append(" and position(lower(?) in lower(d.identifier)) > 0");
            values.add(filter.identifier());
        }
        values.add(filter.limit());
        return jdbc.list(SELECT + condition + " order by d.id limit ?", DeviceRows::view, values.toArray());
    }

    List<String> identifiers(String beginning, int limit) {
        return jdbc.list(
                "select distinct d.identifier from fleet_device d where d.identifier ilike ? order by 1 limit ?",
                row -> row.getString(1),
                Sql.literal(beginning) + "%",
                limit);
    }

    /** What is known by the contacts of a device. */
    Optional<DeviceFacts> facts(long id) {
        return jdbc.first(
                "select " + FactColumns.list("s") + " from fleet_device_state s where s.device_id = ?",
                DeviceFacts::read,
                id);
    }

    private static String flagColumns() {
        return Arrays.stream(WorkFlag.values())
                .map(flag -> "s." + WorkFlags.column(flag))
                .collect(Collectors.joining(", "));
    }

    private static DeviceView view(ResultSet row) throws SQLException {
        return new DeviceView(
                row.getLong("id"),
                row.getString("uuid"),
                row.getLong("device_type_id"),
                row.getString("identifier"),
                row.getString("name"),
                Optional.ofNullable(row.getString("description")).orElse(""),
                row.getBoolean("enabled"),
                row.getBoolean("staging"),
                number(row, "template_id"),
                VariablesConverter.read(row.getString("variables")),
                IdsConverter.read(row, "access_tags"),
                IdsConverter.read(row, "labels"),
                flags(row),
                status(row),
                new History(
                        time(row, "created_at").orElseThrow(),
                        time(row, "updated_at").orElseThrow(),
                        number(row, "created_by"),
                        number(row, "updated_by")));
    }

    private static DeviceStatus status(ResultSet row) throws SQLException {
        DeviceFacts facts = DeviceFacts.read(row);
        return new DeviceStatus(
                facts.fields(),
                facts.firmwareVersions(),
                facts.sourceIp(),
                facts.forwardedFor(),
                facts.host(),
                time(row, "seen_at"),
                row.getInt("command_retry_count"),
                row.getBoolean("last_command_critical"),
                row.getLong("connection_amount"),
                time(row, "connection_amount_from"));
    }

    private static Set<WorkFlag> flags(ResultSet row) throws SQLException {
        Set<WorkFlag> flags = EnumSet.noneOf(WorkFlag.class);
        for (WorkFlag flag : WorkFlag.values()) {
            if (row.getLong(WorkFlags.column(flag)) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
