// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.List;
import java.util.stream.Collectors;

/** What belongs to a device type {@code t}, as conditions of SQL. */
final class DeviceTypeUse {

    private static final List<String> TABLES =
            List.of("fleet_device", "fleet_template", "fleet_config", "fleet_firmware");

    private DeviceTypeUse() {}

    /** Whether there are rows of the type; {@code exists} may be answered by reading all of the others. */
    static String in(String table) {
        return "(select min(x.id) from " + table + " x where x.device_type_id = t.id) is not null";
    }

    /** Whether anything belongs to the type. */
    static String any() {
        return TABLES.stream().map(DeviceTypeUse::in).collect(Collectors.joining(" or "));
    }
}
