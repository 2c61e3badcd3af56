// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.smartems.resource.FieldType;
import org.smartems.resource.Filter;
import org.smartems.resource.FilterType;
import org.smartems.resource.Sql;
import org.smartems.resource.Target;

/** What lists of devices can be filtered by beyond their fields. */
final class DeviceFilters {

    private DeviceFilters() {}

    /** Configs and firmware of the version that the device uses. */
    static Filter[] all() {
        return Stream.of("config", "firmware")
                .flatMap(kind -> Stream.of(1, 2, 3).map(slot -> part(kind, slot)))
                .toArray(Filter[]::new);
    }

    /** Without the production version where a staging device has no staging one: so clients know it. */
    private static Filter part(String kind, int slot) {
        String select = "select c.id, STAGING from fleet_template_version v join fleet_template c"
                + " on c.ROLE_version_id = v.id where v." + kind + slot + "_id = any(?::bigint[])";
        String sql = "(d.template_id, d.staging) in ("
                + select.replace("STAGING", "true").replace("ROLE", "staging") + " union all "
                + select.replace("STAGING", "false").replace("ROLE", "production") + ")";
        return new Filter(
                kind + slot,
                Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " " + slot,
                FieldType.ONE,
                List.of(FilterType.EQUAL, FilterType.EQUAL_MULTIPLE),
                (type, value) -> condition(sql, value),
                Optional.of(new Target(kind, "")));
    }

    private static Sql condition(String sql, Object value) {
        List<?> ids = value instanceof List<?> several ? several : List.of(value);
        if (ids.isEmpty()) {
            return Sql.TRUE; // nothing chosen is no filter
        }
        Object array = ids.toArray(Long[]::new);
        return Sql.of(sql, array, array);
    }
}
