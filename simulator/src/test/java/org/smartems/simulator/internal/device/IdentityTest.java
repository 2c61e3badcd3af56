// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smartems.simulator.Dialect;
import org.smartems.simulator.FirmwareImage;

class IdentityTest {

    @Test
    void noTwoDevicesShareAnImsi() {
        List<String> imsis = Arrays.stream(Dialect.values())
                .flatMap(dialect -> IntStream.range(0, 10_000)
                        .mapToObj(i -> Identity.imsi(dialect, String.format(Locale.ROOT, "RF%06d", i))))
                .toList();

        assertThat(imsis).doesNotHaveDuplicates().allMatch(imsi -> imsi.matches("26201\\d{10}"));
    }

    @Test
    void anImeiHasItsCheckDigit() {
        String imei = Identity.imei("RF4151632340111");

        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int digit = (imei.charAt(i) - '0') * (1 + i % 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        assertThat(imei).matches("\\d{15}");
        assertThat(sum % 10).isZero();
    }

    @Test
    void saysAnUptimeAsRoutersDo() {
        assertThat(Uptime.text(Duration.ZERO)).isEqualTo("0day,0:00:00");
        assertThat(Uptime.text(Duration.ofSeconds(2 * 86_400 + 3 * 3600 + 4 * 60 + 5)))
                .isEqualTo("2day,3:04:05");
    }

    @Test
    void aVersionComesFromTheFileOrItsName() {
        byte[] image = FirmwareImage.of("V1.2.3", 600);

        assertThat(image).hasSize(600).isEqualTo(FirmwareImage.of("V1.2.3", 600));
        assertThat(FirmwareImage.version(Arrays.copyOf(image, 512), "x-9.9.bin"))
                .contains("V1.2.3");
        assertThat(FirmwareImage.version(new byte[9], "TK815L-V1.0.0.r10406.bin"))
                .contains("V1.0.0.r10406");
        assertThat(FirmwareImage.version(new byte[9], "eg-1.9.0.tar.gz")).contains("1.9.0");
        assertThat(FirmwareImage.version(new byte[9], "firmware.bin")).isEmpty();
        assertThat(FirmwareImage.of("V1", 0)).isNotEmpty();
    }
}
