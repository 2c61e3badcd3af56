// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.date;

import org.smartems.twig.internal.text.JsonText;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.WithMembers;

/** The time zone of a date, as PHP's {@code DateTimeZone}. */
final class PhpZone implements WithMembers, JsonText.Exposed {

    private final Zone zone;

    PhpZone(Zone zone) {
        this.zone = zone;
    }

    Zone zone() {
        return zone;
    }

    @Override
    public String typeName() {
        return "DateTimeZone";
    }

    @Override
    public boolean hasMember(String name) {
        return PhpDate.plain(name).equals("name");
    }

    @Override
    public Object member(String name, Object[] arguments) {
        return zone.name();
    }

    @Override
    public PhpArray properties() {
        PhpArray properties = new PhpArray();
        properties.put("timezone_type", (long) zone.kind());
        properties.put("timezone", zone.name());
        return properties;
    }
}
