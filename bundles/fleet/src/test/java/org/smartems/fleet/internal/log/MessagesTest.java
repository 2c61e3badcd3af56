// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final Messages messages = Messages.english();

    @Test
    void fillsParametersIn() {
        assertThat(messages.text("deviceFound", Map.of("deviceName", "Router", "identifier", "RF{x}$1\\")))
                .isEqualTo("Router RF{x}$1\\ was recognised.");
    }

    @Test
    void showsWhatItDoesNotKnowByItsId() {
        assertThat(messages.text("acme.reset", Map.of("b", 2, "a", "x"))).isEqualTo("acme.reset {a=x, b=2}");
        assertThat(messages.text("acme.reset", Map.of())).isEqualTo("acme.reset");
    }

    @Test
    void leavesNothingOfAMissingParameter() {
        assertThat(messages.text("deviceFound", Map.of("deviceName", "Router"))).isEqualTo("Router  was recognised.");
    }

    @Test
    void findsIdsByTheirText() {
        assertThat(messages.containing("NO LONGER HAS IT"))
                .containsExactly("routerInvalidatedImsiChanged", "routerInvalidatedSerialChanged");
    }

    @Test
    void knowsEverySlotOfASlottedMessage() {
        for (int slot = 1; slot <= 3; slot++) {
            assertThat(messages.knows("deviceFirmware" + slot + "NeedsUpdate")).isTrue();
            assertThat(messages.text("deviceReinstallingConfig" + slot, Map.of("nameConfig" + slot, "Startup config")))
                    .isEqualTo("Startup config will be sent.");
        }
    }
}
