// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.smartems.fleet.Variable;

/** Variables of a device or template version. */
@Converter
public class VariablesConverter implements AttributeConverter<List<Variable>, Object> {

    private static final TypeReference<List<Variable>> TYPE = new TypeReference<>() {};

    @Override
    public Object convertToDatabaseColumn(List<Variable> value) {
        return Json.parameter(value);
    }

    @Override
    public List<Variable> convertToEntityAttribute(Object value) {
        return read(value.toString());
    }

    /** The variables in the text of the column. */
    public static List<Variable> read(String json) {
        return List.copyOf(Json.read(json, TYPE));
    }
}
