// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.firmware.FirmwareDownload;
import org.smartems.fleet.firmware.FirmwareForm;
import org.smartems.fleet.firmware.FirmwareLink;
import org.smartems.fleet.firmware.FirmwareView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ResourceClient;
import org.smartems.spi.procedure.DeviceField;

class HardwareLinkTest extends FleetFixture {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void leadsADeviceToTheFileForItsHardware() throws Exception {
        sql("create table if not exists platform_user_ref (id bigint primary key, representation text)");
        long type = fleet.router("tk800").id();
        DeviceForm form = DeviceForm.named("d").with(DeviceField.SERIAL_NUMBER, "RF1");
        long device = fleet.devices.create(AUTHOR, type, form.enable()).id();
        JsonNode file = file(type);
        FirmwareLinkService links = new FirmwareLinkService(transactions, fleet.firmwareFiles, new byte[16], NOW);
        FirmwareLink link = new FirmwareLink(device, file.path("id").asLong(), "a1.bin", true);
        String token = links.url("", link).split("/")[2];
        FirmwareDownload download = links.open(token, "a1.bin");
        assertThat(download.link()).isEqualTo(link);
        assertThat(download.md5()).isEqualTo(file.path("md5").asText());
        try (FileChannel content = download.open()) {
            assertThat(content.size()).isEqualTo(2);
        }
        assertRefused(() -> links.open(token, "main.bin"), "linkWrong");
    }

    private JsonNode file(long type) throws Exception {
        FirmwareView firmware = fleet.firmwares.upload(
                AUTHOR, new FirmwareForm(type, 1, "a", "1.0"), "main.bin", new ByteArrayInputStream(new byte[3]));
        ResourceClient admin = ResourceClient.of(transactions, fleet.hardware(), fleet.hardwareFiles())
                .as(8, Permission.ADMIN);
        String board = "{'deviceType': " + type + ", 'name': 'Board', 'identifier': 'A1'}";
        long hardware = admin.post("hardware/create", board).path("id").asLong();
        fleet.uploads.add(8, "token", "a1.bin", new byte[2]);
        return admin.post(
                "firmwarehardware/create",
                "{'firmware': " + firmware.id() + ", 'hardware': " + hardware
                        + ", 'sourceType': 'upload', 'filepath': 'token'}");
    }
}
