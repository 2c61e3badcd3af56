// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.customdata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smartems.fleet.catalogue.CustomDataField;
import org.smartems.persistence.Jdbc;

/** The structure of custom data that device types declare. */
public final class StoredCustomData {

    private static final String ALL =
            """
            select device_type_id, path, label, type, case when use_as_variable then variable_name end as variable
            from fleet_custom_data_field""";

    private record Row(long deviceType, CustomDataField field) {}

    private StoredCustomData() {}

    /** That of all types, by their ids. Needs the caller's transaction. */
    public static Map<Long, List<CustomDataField>> all(Jdbc jdbc) {
        return jdbc.list(ALL + " order by id", StoredCustomData::row).stream()
                .collect(Collectors.groupingBy(
                        Row::deviceType, Collectors.mapping(Row::field, Collectors.toUnmodifiableList())));
    }

    /** That of a type. Needs the caller's transaction. */
    public static List<CustomDataField> of(Jdbc jdbc, long deviceType) {
        return jdbc.list(ALL + " where device_type_id = ? order by id", StoredCustomData::row, deviceType).stream()
                .map(Row::field)
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        CustomDataField field = new CustomDataField(
                row.getString("path"),
                row.getString("label"),
                CustomDataField.Type.of(row.getString("type")),
                Optional.ofNullable(row.getString("variable")));
        return new Row(row.getLong("device_type_id"), field);
    }
}
