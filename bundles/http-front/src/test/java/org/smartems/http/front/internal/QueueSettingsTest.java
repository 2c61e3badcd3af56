// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueSettingsTest {

    private static QueueSettings read(Map<String, Object> members) {
        return QueueSettings.read(FrontServer.members(DeviceQueueConfiguration.class, members));
    }

    @Test
    void hasDefaults() {
        assertThat(read(Map.of())).isEqualTo(new QueueSettings(128, 10));
    }

    @Test
    void takesWhatIsWithinBounds() {
        assertThat(read(Map.of("requestsAtOnce", 1, "maximumWait", 60))).isEqualTo(new QueueSettings(1, 60));
    }

    @Test
    void replacesWhatIsNoGood() {
        assertThat(read(Map.of("requestsAtOnce", 0, "maximumWait", 61))).isEqualTo(new QueueSettings(128, 10));
        assertThat(read(Map.of("requestsAtOnce", 129, "maximumWait", 0))).isEqualTo(new QueueSettings(128, 10));
        assertThat(read(Map.of("requestsAtOnce", "many", "maximumWait", 5))).isEqualTo(new QueueSettings(128, 5));
    }
}
