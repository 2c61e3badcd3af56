// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.Told;
import org.smartems.persistence.Jdbc;

/** What a copy of a device type takes along beside the fields of the type. */
class DeviceTypeCopyTest extends FleetFixture {

    private static final String BELONGINGS =
            """
            insert into fleet_firmware_rule
                select 1, id, 1, 'semanticVersioning', true, now(), now() from fleet_device_type;
            insert into fleet_hardware
                select nextval('fleet_hardware_seq'), id, n, upper(n), now(), now()
                from fleet_device_type, unnest(array['b', 'a']) n;
            insert into fleet_custom_data_field
                select 1, id, '/a/b', 'A', 'json', false, null, now(), now() from fleet_device_type;
            select setval('fleet_firmware_rule_seq', 10), setval('fleet_custom_data_field_seq', 10)""";

    @Test
    void itsRulesHardwareAndCustomData() throws Exception {
        DeviceTypeView type = fleet.router("tk800");
        sql(BELONGINGS);
        Told.since(fleet.audit);
        long copy = fleet.types.duplicate(AUTHOR, type.id()).id();
        assertThat(Told.since(fleet.audit))
                .containsExactly(
                        "create DeviceType",
                        "create FirmwareRule",
                        "create Hardware",
                        "create Hardware",
                        "create CustomDataField");
        assertThat(read("concat(slot, versioning, allow_downgrade)", "fleet_firmware_rule", copy))
                .isEqualTo("1semanticVersioningt");
        assertThat(read("concat(name, identifier)", "fleet_hardware", copy)).isEqualTo("bB,aA");
        assertThat(read("concat(path, label, type, use_as_variable)", "fleet_custom_data_field", copy))
                .isEqualTo("/a/bAjsonf");
    }

    private String read(String columns, String table, long type) {
        String sql = "select string_agg(" + columns + ", ',' order by id) from " + table + " where device_type_id = ?";
        return transactions
                .call(() -> new Jdbc(transactions).first(sql, row -> row.getString(1), type))
                .orElseThrow();
    }
}
