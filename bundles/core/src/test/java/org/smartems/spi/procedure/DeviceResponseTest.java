// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DeviceResponseTest {

    @Test
    void sendsTextsInUtf8AndTheContentTypeToTheLetter() {
        DeviceResponse response = DeviceResponse.text("configuration/Startup-config", "\u00e4\r\n");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("configuration/Startup-config");
        assertThat(response.body()).isEqualTo("\u00e4\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(DeviceResponse.json("{}").contentType()).isEqualTo("application/json");
    }

    @Test
    void isEmptyWithoutAContentType() {
        assertThat(DeviceResponse.empty().contentType()).isEmpty();
        assertThat(DeviceResponse.empty().body()).isEmpty();
        assertThat(DeviceResponse.empty().status()).isEqualTo(200);
    }

    @Test
    void changesTheStatusOfACopy() {
        DeviceResponse response = DeviceResponse.text("text/plain", "a");
        assertThat(response.status(404).status()).isEqualTo(404);
        assertThat(response.status(404).body()).isEqualTo(response.body());
        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void givesItsBodyAway() {
        DeviceResponse response = DeviceResponse.text("text/plain", "a");
        response.body()[0] = 'b';
        assertThat(response.body()).containsExactly('a');
    }
}
