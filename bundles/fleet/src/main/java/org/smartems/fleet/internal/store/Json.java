// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import org.postgresql.util.PGobject;

/** Values in columns of type {@code jsonb}. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** The text of a value. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON", e);
        }
    }

    /** The value of a text that this server wrote. */
    public static <T> T read(String text, TypeReference<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored JSON cannot be read", e);
        }
    }

    /** What the driver takes for a parameter of that type. */
    public static Object parameter(Object value) {
        try {
            PGobject parameter = new PGobject();
            parameter.setType("jsonb");
            parameter.setValue(text(value));
            return parameter;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
