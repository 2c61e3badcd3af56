// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.firmware.FirmwareDownload;
import org.smartems.fleet.firmware.FirmwareForm;
import org.smartems.fleet.firmware.FirmwareLink;
import org.smartems.fleet.firmware.FirmwareView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.spi.procedure.DeviceField;

class FirmwareLinksTest extends FleetFixture {

    private static final Instant NOW = Instant.parse("2026-11-26T10:20:30Z");
    private static final String NAME = "fw v1\"ü.bin";

    private DeviceView device;
    private FirmwareView firmware;

    @BeforeEach
    void makeFirmware() throws Exception {
        long type = fleet.router("tk800").id();
        device = fleet.devices.create(
                AUTHOR,
                type,
                DeviceForm.named("d").with(DeviceField.SERIAL_NUMBER, "RF1").enable());
        firmware = fleet.firmwares.upload(
                AUTHOR, new FirmwareForm(type, 1, "a", "1.0"), NAME, new ByteArrayInputStream(new byte[] {1, 2, 3}));
    }

    @Test
    void leadsADeviceToItsFile() throws Exception {
        String url = at(NOW).url("https://ems:8443", link(true));
        assertThat(url).matches("https://ems:8443/df/[A-Za-z0-9_-]{51}/fw%20v1%22%C3%BC\\.bin");
        FirmwareDownload download = at(NOW).open(token(url), NAME);
        assertThat(download.link()).isEqualTo(link(true));
        assertThat(download.deviceType()).isEqualTo(device.deviceType());
        assertThat(download.size()).isEqualTo(3);
        assertThat(download.md5()).isEqualTo(firmware.md5());
        assertThat(download.updatedAt()).isEqualTo(firmware.history().updatedAt());
        try (FileChannel content = download.open()) {
            ByteBuffer last = ByteBuffer.allocate(1);
            content.read(last, 2);
            assertThat(last.get(0)).isEqualTo((byte) 3);
        }
    }

    @Test
    void namesTheCredentialThatTheDeviceIsBoundTo() throws Exception {
        String url = at(NOW).url("", link(true));
        sql("update fleet_device_state set bound_credential_id = 12");
        assertThat(at(NOW).open(token(url), NAME).boundCredential())
                .as("the type binds nobody")
                .isEmpty();
        sql("update fleet_device_type set bind_identity = true");
        assertThat(at(NOW).open(token(url), NAME).boundCredential()).hasValue(12);
    }

    @Test
    void staysTheSameForAnHourAndGoodForSevenDays() {
        String url = at(NOW).url("", link(false));
        assertThat(at(NOW.plus(Duration.ofMinutes(39))).url("", link(false))).isEqualTo(url);
        assertThat(at(NOW.plus(Duration.ofMinutes(40))).url("", link(false))).isNotEqualTo(url);
        assertThat(at(NOW.plus(Duration.ofDays(7)))
                        .open(token(url), NAME)
                        .link()
                        .authenticated())
                .isFalse();
        Instant late = NOW.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));
        assertRefused(() -> at(late).open(token(url), NAME), "linkExpired");
    }

    @Test
    void cannotBeChangedInAnyBit() {
        byte[] token = Base64.getUrlDecoder().decode(token(at(NOW).url("", link(true))));
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertRefused(() -> at(NOW).open(text, NAME), "linkWrong");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%", "ü", "AAAA", "../../etc/passwd"})
    void refusesWhatIsNoToken(String token) {
        assertRefused(() -> at(NOW).open(token, NAME), "linkWrong");
    }

    @Test
    void refusesTheTokensOfAnotherKeyAndOtherFileNames() {
        FirmwareLinkService other = new FirmwareLinkService(
                transactions, fleet.firmwareFiles, new byte[32], Clock.fixed(NOW, ZoneOffset.UTC));
        assertRefused(() -> at(NOW).open(token(other.url("", link(true))), NAME), "linkWrong");
        String good = token(at(NOW).url("", link(true)));
        assertRefused(() -> at(NOW).open(good, "other.bin"), "linkWrong");
    }

    @Test
    void leadsNowhereOnceDeviceOrFirmwareIsGone() {
        String token = token(at(NOW).url("", link(true)));
        fleet.devices.disable(AUTHOR, device.id());
        assertRefused(() -> at(NOW).open(token, NAME), "linkDeviceGone");
        fleet.devices.enable(AUTHOR, device.id());
        fleet.firmwares.delete(AUTHOR, firmware.id());
        assertRefused(() -> at(NOW).open(token, NAME), "linkFirmwareGone");
    }

    private FirmwareLink link(boolean authenticated) {
        return new FirmwareLink(device.id(), firmware.id(), NAME, authenticated);
    }

    private FirmwareLinkService at(Instant now) {
        return new FirmwareLinkService(
                transactions,
                fleet.firmwareFiles,
                encryption.derivedKey("firmware-link"),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String token(String url) {
        return url.replaceFirst(".*/df/([^/]+)/.*", "$1");
    }
}
