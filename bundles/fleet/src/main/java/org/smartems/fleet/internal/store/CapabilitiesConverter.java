// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.store;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.smartems.spi.procedure.Capability;

/** Ids of capabilities, with blanks between them. */
@Converter
public class CapabilitiesConverter implements AttributeConverter<Set<Capability>, String> {

    private static final Map<String, Capability> BY_ID =
            Arrays.stream(Capability.values()).collect(Collectors.toMap(Capability::id, Function.identity()));

    @Override
    public String convertToDatabaseColumn(Set<Capability> value) {
        return value.stream().map(Capability::id).sorted().collect(Collectors.joining(" "));
    }

    @Override
    public Set<Capability> convertToEntityAttribute(String value) {
        Set<Capability> set = EnumSet.noneOf(Capability.class);
        Arrays.stream(value.split(" "))
                .filter(BY_ID::containsKey)
                .map(BY_ID::get)
                .forEach(set::add);
        return Collections.unmodifiableSet(set);
    }
}
