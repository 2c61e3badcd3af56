// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.firmware.FirmwareForm;
import org.smartems.fleet.firmware.FirmwareView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.update.UpdateSteps;
import org.smartems.resource.Permission;
import org.smartems.resource.Result;
import org.smartems.resource.testing.ResourceClient;

class FirmwareResourceTest extends FleetFixture {

    private static final String MD5 = "900150983cd24fb0d6963f7d28e17f72";

    private DeviceTypeView type;
    private ResourceClient client;

    @BeforeEach
    void makeClient() throws Exception {
        sql("create table if not exists platform_user_ref (id bigint primary key, representation text)");
        type = fleet.router("tk800");
        UpdateSteps steps = new UpdateSteps(transactions, fleet.versionings, fleet.procedures);
        client = ResourceClient.of(transactions, new FirmwareResource(fleet.firmwares, steps))
                .as(8, Permission.SMARTEMS);
    }

    @Test
    void sendsDevicesElsewhere() {
        JsonNode made = create("'sourceType': 'externalUrl', 'externalUrl': 'https://x/fw.bin', 'md5': '" + MD5 + "'");
        assertThat(made.path("downloadUrl").asText()).isEqualTo("https://x/fw.bin");
        assertThat(made.path("filename").asText()).isEqualTo("fw.bin");
        assertThat(made.path("version").asText()).isEqualTo("1.0");
        assertThat(made.path("deny").path("editSourceUpload").asText()).isEqualTo("deny.firmware.onlySourceTypeUpload");
        String path = "firmware/" + made.path("id");
        JsonNode edited = client.post(
                path + "/source/externalurl/edit",
                "{'name': 'b', 'externalUrl': 'https://x/fw2.bin', 'md5': '" + MD5 + "', 'version': '9'}");
        assertThat(edited.path("name").asText()).isEqualTo("b");
        assertThat(edited.path("version").asText()).isEqualTo("1.0");
        assertRefused(
                () -> client.post(path + "/source/upload/edit", "{'name': 'c'}"), "deny.firmware.onlySourceTypeUpload");
        assertThat(client.post(path + "/duplicate", "{}").path("externalUrl").asText())
                .isEqualTo("https://x/fw2.bin");
        assertThat(client.export("firmware", "{'filename': 'x', 'fields': [{'field': 'featureName'}]}"))
                .containsExactly("Feature name", "Firmware", "Firmware");
        client.delete(path);
        assertRefused(() -> client.get(path), "notFound");
    }

    @Test
    void namesEveryBrokenRule() {
        assertInvalid(
                () -> create("'sourceType': 'externalUrl', 'externalUrl': 'ftp://x', 'md5': 'x'"),
                "externalUrl=url",
                "md5=regex");
        assertInvalid(
                () -> create("'sourceType': 'externalUrl', 'filepath': 'x'"),
                "=extraFields",
                "externalUrl=required",
                "md5=required");
        assertInvalid(() -> create("'sourceType': 'upload', 'md5': 'x'"), "=extraFields", "filepath=required");
        assertInvalid(() -> create("'sourceType': 'upload'"), "filepath=required");
        assertInvalid(() -> create("'sourceType': 'upload', 'filepath': 'x'"), "filepath=tusFileNotFound");
        assertInvalid(() -> create("'sourceType': 'other'"), "sourceType=enum");
    }

    @Test
    void renamesAnUploadedFileAndTellsItsAddress() throws Exception {
        FirmwareView uploaded = fleet.firmwares.upload(
                AUTHOR, new FirmwareForm(type.id(), 1, "a", "1.0"), "fw v1.bin", new ByteArrayInputStream(new byte[3]));
        ResourceClient admin = client.as(1, Permission.ADMIN);
        JsonNode read = admin.post("firmware/" + uploaded.id() + "/source/upload/edit", "{'name': 'b'}");
        assertThat(read.path("downloadUrl").asText())
                .isEqualTo("/web/api/download/firmware/tk800/" + uploaded.uuid().substring(0, 6) + "/fw%20v1.bin");
        assertThat(read.path("name").asText()).isEqualTo("b");
        admin.delete("firmware/" + uploaded.id());
        fleet.leftFiles.run();
        assertThat(fleet.files.kept()).isEmpty();
    }

    @Test
    void isMadeOfAnUpload() {
        fleet.uploads.add(8, "token", "C:\\fw\\v1.bin", "abc".getBytes(StandardCharsets.US_ASCII));
        assertInvalid(
                () -> client.as(9, Permission.SMARTEMS)
                        .post("firmware/create", body("'sourceType': 'upload', 'filepath': 'token'")),
                "filepath=tusFileNotFound");
        JsonNode made = create("'sourceType': 'upload', 'filepath': 'token'");
        assertThat(made.path("md5").asText()).isEqualTo(MD5);
        assertThat(made.path("filename").asText()).isEqualTo("v1.bin");
        assertThat(made.path("externalUrl").isMissingNode()).isTrue();
        assertThat(made.path("deny").path("editSourceExternalUrl").asText())
                .isEqualTo("deny.firmware.onlySourceTypeExternalUrl");
        fleet.leftFiles.run();
        assertThat(fleet.files.kept()).hasSize(1);
    }

    @Test
    void isGivenToThoseWhoSeeIt() throws Exception {
        fleet.uploads.add(8, "token", "fw v1.bin", "abc".getBytes(StandardCharsets.US_ASCII));
        String path = create("'sourceType': 'upload', 'filepath': 'token'")
                .path("downloadUrl")
                .asText()
                .substring("/web/api/".length())
                .replace("%20", " ");
        ResourceClient downloads =
                ResourceClient.of(transactions, new FirmwareDownloads(transactions, fleet.firmwareFiles));
        for (ResourceClient person :
                new ResourceClient[] {downloads.as(8, Permission.SMARTEMS), downloads.as(1, Permission.ADMIN)}) {
            Result.Content content = (Result.Content) person.call("GET", path, "{}");
            assertThat(content.name()).isEqualTo("fw v1.bin");
            assertThat(content.size()).isEqualTo(3);
            assertThat(content.md5()).isEqualTo(MD5);
            try (InputStream in = Channels.newInputStream(content.source().open())) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII))
                        .isEqualTo("abc");
            }
        }
        assertRefused(() -> downloads.as(9, Permission.SMARTEMS).get(path), "notFound");
        assertRefused(() -> downloads.as(8, Permission.VPN).get(path), "accessDenied");
        assertRefused(() -> downloads.get(path + "x"), "notFound");
    }

    @Test
    void nothingIsLeftOfARefusedUpload() {
        fleet.uploads.add(8, "empty", "fw.bin", new byte[0]);
        assertInvalid(() -> create("'sourceType': 'upload', 'filepath': 'empty'"), "filepath=tusFileDisallowEmpty");
        fleet.uploads.add(8, "long", "fw.bin", new byte[2000]);
        assertInvalid(() -> create("'sourceType': 'upload', 'filepath': 'long'"), "filepath=tusFileMaxSize");
        fleet.leftFiles.run();
        assertThat(fleet.files.kept()).isEmpty();
    }

    private JsonNode create(String source) {
        return client.post("firmware/create", body(source));
    }

    private String body(String source) {
        return "{'deviceType': " + type.id() + ", 'feature': '1', 'name': 'a', 'version': '1.0', " + source + "}";
    }
}
