// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.hardware;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.firmware.ExternalFile;
import org.smartems.fleet.firmware.FirmwareForm;
import org.smartems.fleet.firmware.FirmwareView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.checkin.FakeOrder;
import org.smartems.resource.Permission;
import org.smartems.resource.testing.ResourceClient;

/** A type of routers, with what its devices are built of. */
abstract class HardwareFixture extends FleetFixture {

    static final String MD5 = "900150983cd24fb0d6963f7d28e17f72";

    DeviceTypeView type;
    ResourceClient admin;

    @BeforeEach
    void makeClient() throws Exception {
        sql("create table if not exists platform_user_ref (id bigint primary key, representation text)");
        type = fleet.router("tk800");
        fleet.versionings.addVersioning(new FakeOrder());
        admin = ResourceClient.of(transactions, fleet.hardware(), fleet.hardwareFiles())
                .as(8, Permission.ADMIN);
    }

    long hardware(String name, String identifier) {
        return admin.post(
                        "hardware/create",
                        "{'deviceType': " + type.id() + ", 'name': '" + name + "', 'identifier': '" + identifier + "'}")
                .path("id")
                .asLong();
    }

    FirmwareView firmware(String name, String version) {
        FirmwareForm form = new FirmwareForm(type.id(), 1, name, version);
        return fleet.firmwares.refer(AUTHOR, form, new ExternalFile("https://x/fw.bin", MD5));
    }

    JsonNode file(FirmwareView firmware, long hardware, String url) {
        return file(admin, firmware, hardware, url);
    }

    static JsonNode file(ResourceClient client, FirmwareView firmware, long hardware, String url) {
        return client.post(
                "firmwarehardware/create",
                "{'firmware': " + firmware.id() + ", 'hardware': " + hardware
                        + ", 'sourceType': 'externalUrl', 'externalUrl': '" + url + "', 'md5': '" + MD5 + "'}");
    }

    JsonNode upload(FirmwareView firmware, long hardware) {
        return admin.post(
                "firmwarehardware/create",
                "{'firmware': " + firmware.id() + ", 'hardware': " + hardware
                        + ", 'sourceType': 'upload', 'filepath': 'token'}");
    }
}
