// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;

/** Settings of a plug-in. */
@Converter
public class SettingsConverter implements AttributeConverter<Map<String, Object>, Object> {

    private static final TypeReference<Map<String, Object>> TYPE = new TypeReference<>() {};

    @Override
    public Object convertToDatabaseColumn(Map<String, Object> value) {
        return Json.parameter(value);
    }

    @Override
    public Map<String, Object> convertToEntityAttribute(Object value) {
        return Json.read(value.toString(), TYPE);
    }
}
