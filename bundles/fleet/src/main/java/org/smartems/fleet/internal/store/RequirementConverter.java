// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.store;

import java.util.Arrays;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.smartems.spi.procedure.FieldRequirement;

/** The id of a requirement. */
@Converter
public class RequirementConverter implements AttributeConverter<FieldRequirement, String> {

    @Override
    public String convertToDatabaseColumn(FieldRequirement value) {
        return value.id();
    }

    @Override
    public FieldRequirement convertToEntityAttribute(String value) {
        return Arrays.stream(FieldRequirement.values())
                .filter(requirement -> requirement.id().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not a requirement: " + value));
    }
}
