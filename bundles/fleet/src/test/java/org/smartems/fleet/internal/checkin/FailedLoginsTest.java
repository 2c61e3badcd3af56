// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.checkin.FailedLogin;
import org.smartems.testing.Eventually;

class FailedLoginsTest extends CheckInFixture {

    @Test
    void storesWhatWasTried() throws SQLException {
        service.failed(new FailedLogin("192.0.2.9", "/router/tk800/config", "mallory\0", 5, "digest"));
        Eventually.until("it is stored", () -> stored() == 1);
        assertThat(text("select concat_ws('|', remote_host, url, username, device_type_id, authentication_method)"
                        + " from fleet_failed_login"))
                .isEqualTo("192.0.2.9|/router/tk800/config|mallory\uFFFD|5|digest");
    }

    @Test
    void storesWhatIsThereWhenItStops() throws SQLException {
        for (int i = 0; i < 1500; i++) {
            service.failed(new FailedLogin("192.0.2.9", "/" + "x".repeat(3000), "y".repeat(300), 5, "basic"));
        }
        service.stop();
        assertThat(stored()).isEqualTo(1500);
        assertThat(text("select max(length(url)) || '|' || max(length(username)) from fleet_failed_login"))
                .isEqualTo("2000|255");
    }

    private static long stored() {
        try {
            return count("fleet_failed_login");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
