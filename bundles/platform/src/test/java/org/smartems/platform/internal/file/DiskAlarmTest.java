// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.platform.internal.audit.AuditLogService;
import org.smartems.platform.internal.configuration.ConfigurationService;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ResourceClient;

class DiskAlarmTest extends DatabaseFixture {

    private long free;
    private DiskAlarm alarm;

    @BeforeEach
    void watch() {
        alarm = new DiskAlarm(
                () -> {
                    if (free < 0) {
                        throw new IOException("Input/output error");
                    }
                    return new DiskAlarm.Space(1000, free);
                },
                new ConfigurationService(unit, transactions, new AuditLogService(transactions)));
    }

    @AfterEach
    void stop() {
        alarm.stop();
    }

    @ParameterizedTest
    @CsvSource({"149,15,true", "150,15,false", "999,100,true", "1000,100,false", "0,0,false", "0,1,true"})
    void isRaisedBelowTheConfiguredShare(long bytes, int percent, boolean raised) throws Exception {
        configure("disk_usage_alarm = " + percent);
        free = bytes;
        alarm.look();
        assertThat(alarm.isRaised()).isEqualTo(raised);
        ResourceClient admin = ResourceClient.of(transactions, alarm).as(1, Permission.ADMIN);
        assertThat(admin.get("status/disk").toString())
                .isEqualTo("{\"alert\":" + raised + ",\"usage\":" + (1000 - bytes) + ",\"total\":1000}");
        assertRefused("accessDenied", () -> admin.as(1, Permission.SMARTEMS).get("status/disk"));
    }

    @Test
    void endsWhenThereIsRoomAgain() {
        free = 1;
        alarm.look();
        assertThat(alarm.isRaised()).isTrue();
        free = -1;
        alarm.look();
        assertThat(alarm.isRaised()).isTrue();
        free = 1000;
        alarm.look();
        assertThat(alarm.isRaised()).isFalse();
    }
}
