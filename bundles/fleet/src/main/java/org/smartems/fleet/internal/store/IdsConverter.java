// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.postgresql.util.PGobject;

/** Ids in a column of type {@code bigint[]}, in ascending order, each once. */
@Converter
public class IdsConverter implements AttributeConverter<Set<Long>, Object> {

    @Override
    public Object convertToDatabaseColumn(Set<Long> ids) {
        return parameter(ids);
    }

    @Override
    public Set<Long> convertToEntityAttribute(Object value) {
        return value instanceof Object[] ids ? read(ids) : read(value.toString());
    }

    /** What the driver takes for a parameter of that type. */
    public static Object parameter(Collection<Long> ids) {
        try {
            PGobject parameter = new PGobject();
            parameter.setType("_int8");
            parameter.setValue(text(ids));
            return parameter;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As PostgreSQL writes an array. */
    public static String text(Collection<Long> ids) {
        return new TreeSet<>(ids).stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** The ids of a column. */
    public static Set<Long> read(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? Set.of() : read((Object[]) array.getArray());
    }

    private static Set<Long> read(Object... ids) {
        return sorted(Arrays.stream(ids).map(id -> ((Number) id).longValue()).toList());
    }

    private static Set<Long> read(String text) {
        String inner = text.substring(1, text.length() - 1);
        return inner.isEmpty()
                ? Set.of()
                : sorted(Arrays.stream(inner.split(",")).map(Long::valueOf).toList());
    }

    /** In ascending order. */
    public static Set<Long> sorted(Collection<Long> ids) {
        return Collections.unmodifiableSet(new TreeSet<>(ids));
    }
}
