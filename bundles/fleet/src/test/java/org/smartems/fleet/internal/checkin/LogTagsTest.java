// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.smartems.spi.procedure.DeviceField;

class LogTagsTest extends CheckInFixture {

    @Test
    void logsKeepTheAccessTagsThatTheDeviceHadThen() throws SQLException {
        long device = device(router, "S1");
        tag(device, "{3,8}");
        checkIn(router, serial("S1").withConfig(1, "its config").withDiagnoseData("trace"));
        tag(device, "{9}");
        assertThat(tags("fleet_communication_log")).isEqualTo("{3,8}");
        assertThat(tags("fleet_config_log")).isEqualTo("{3,8}");
        assertThat(tags("fleet_diagnose_log")).isEqualTo("{3,8}");
    }

    @Test
    void aNewDeviceHasNone() throws SQLException {
        checkIn(router, serial("S1"));
        assertThat(tags("fleet_communication_log")).isEqualTo("{}");
    }

    @Test
    void whatADeviceLosesIsLoggedWithItsOwn() throws SQLException {
        long loser = device(router, "S1");
        tag(loser, "{5}");
        change(loser, "imsi = '262011234567890'");
        tag(device(router, "S2"), "{6}");
        checkIn(router, serial("S2").with(DeviceField.IMSI, "262011234567890"));
        assertThat(tags("fleet_communication_log where device_id = " + loser)).isEqualTo("{5}");
        assertThat(tags("fleet_communication_log where device_id <> " + loser)).isEqualTo("{6}");
    }

    private static void tag(long device, String tags) throws SQLException {
        sql("update fleet_device set access_tags = '" + tags + "' where id = " + device);
    }

    /** Those of all rows, which are the same. */
    private static String tags(String from) throws SQLException {
        return text("select string_agg(distinct access_tags::text, ' ') from " + from);
    }
}
