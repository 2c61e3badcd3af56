// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void aFloodOfFailedLoginsFillsNoLog() {
        assertThat(Refusal.of(401, "no credentials").isUsual()).isTrue();
        assertThat(Refusal.of(429, "too many failures").isUsual()).isTrue();
        assertThat(Refusal.of(403, "the device type is disabled").isUsual()).isFalse();
        assertThat(Refusal.forNow("busy").isUsual()).isFalse();
    }
}
