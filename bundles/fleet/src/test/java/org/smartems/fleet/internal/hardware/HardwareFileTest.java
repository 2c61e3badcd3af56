// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.firmware.FirmwareView;
import org.smartems.fleet.internal.firmware.FirmwareDownloads;
import org.smartems.fleet.internal.firmware.FirmwareResource;
import org.smartems.fleet.internal.update.UpdateSteps;
import org.smartems.resource.Permission;
import org.smartems.resource.Result;
import org.smartems.resource.testing.ResourceClient;

class HardwareFileTest extends HardwareFixture {

    /** Two firmware of one file: the file stays until the last of them goes. */
    @Test
    void copiesFilesWithTheFirmware() {
        long board = hardware("Board", "A1");
        FirmwareView goal = firmware("goal", "3");
        fleet.uploads.add(8, "token", "a1.bin", "abc".getBytes(StandardCharsets.US_ASCII));
        upload(goal, board);
        file(goal, hardware("Other board", "B1"), "https://x/b1.bin");
        fleet.audit.lines();
        FirmwareView copy = fleet.firmwares.duplicate(AUTHOR, goal.id(), false);
        assertThat(fleet.audit.lines().stream().filter(line -> line.contains("FirmwareHardware")))
                .hasSize(2);
        assertThat(files(copy)).isEqualTo(files(goal)).containsExactly("Board a1.bin", "Other board b1.bin");

        fleet.firmwares.delete(AUTHOR, copy.id());
        fleet.leftFiles.run();
        assertThat(fleet.files.kept()).hasSize(1);
        fleet.firmwares.delete(AUTHOR, goal.id());
        fleet.leftFiles.run();
        assertThat(fleet.files.kept()).isEmpty();
    }

    @Test
    void changesAnAddressButNoUploadedFile() {
        long board = hardware("Board", "A1");
        FirmwareView goal = firmware("goal", "3");
        long file = file(goal, board, "https://x/a1.bin").path("id").asLong();
        String other = MD5.replace('9', '8');
        JsonNode changed = admin.post(
                "firmwarehardware/" + file + "/source/externalurl/edit",
                "{'externalUrl': 'https://y/a2.bin', 'md5': '" + other + "'}");
        assertThat(changed.path("filename").asText()).isEqualTo("a2.bin");
        assertThat(changed.path("downloadUrl").asText()).isEqualTo("https://y/a2.bin");
        assertThat(changed.path("md5").asText()).isEqualTo(other);
        assertInvalid(
                () -> admin.post(
                        "firmwarehardware/" + file + "/source/externalurl/edit", "{'externalUrl': 'x', 'md5': 'y'}"),
                "externalUrl=url",
                "md5=regex");
        fleet.uploads.add(8, "token", "a1.bin", "abc".getBytes(StandardCharsets.US_ASCII));
        long uploaded = upload(goal, hardware("Other board", "B1")).path("id").asLong();
        assertRefused(
                () -> admin.post(
                        "firmwarehardware/" + uploaded + "/source/externalurl/edit",
                        "{'externalUrl': 'https://y/a2.bin', 'md5': '" + other + "'}"),
                "deny.firmwareHardware.onlySourceTypeExternalUrl");
    }

    @Test
    void givesPeopleAnUploadedFile() {
        long board = hardware("Board", "A1");
        FirmwareView goal = firmware("goal", "3");
        fleet.uploads.add(8, "token", "a 1.bin", "abc".getBytes(StandardCharsets.US_ASCII));
        String url = upload(goal, board).path("downloadUrl").asText();
        assertThat(url).startsWith("/web/api/download/firmwarehardware/").endsWith("/a%201.bin");
        String path = url.substring("/web/api/".length()).replace("%20", " ");
        ResourceClient downloads =
                ResourceClient.of(transactions, new FirmwareDownloads(transactions, fleet.firmwareFiles));
        Result.Content content =
                (Result.Content) downloads.as(8, Permission.ADMIN).call("GET", path, "{}");
        assertThat(content.md5()).isEqualTo(MD5);
        assertThat(content.size()).isEqualTo(3);
        assertRefused(() -> downloads.as(9, Permission.SMARTEMS).get(path), "notFound");
        assertRefused(() -> downloads.as(8, Permission.ADMIN).get(path + "x"), "notFound");
    }

    /** Whoever exports firmware sees every file of it, as if each were a firmware. */
    @Test
    void exportsARowForEachFile() {
        FirmwareView goal = firmware("goal", "3");
        firmware("plain", "2");
        file(goal, hardware("Board", "A1"), "https://x/a1.bin");
        ResourceClient firmware = ResourceClient.of(
                        transactions,
                        new FirmwareResource(
                                fleet.firmwares, new UpdateSteps(transactions, fleet.versionings, fleet.procedures)))
                .as(8, Permission.ADMIN);
        String body = "{'filename': 'f', 'fields': [{'field': 'name', 'label': 'Name'},"
                + " {'field': 'filename', 'label': 'File'}, {'field': 'updatedAt', 'label': 'At'}],"
                + " 'sorting': [{'field': 'name', 'direction': 'asc'}], 'filters': []}";
        assertThat(firmware.export("firmware", body).stream().map(line -> line.replaceAll("20[^|]*$", "")))
                .containsExactlyInAnyOrder("Name|File|At", "goal|fw.bin|", "goal|a1.bin|", "plain|fw.bin|");
    }

    private List<String> files(FirmwareView firmware) {
        List<String> files = new ArrayList<>();
        admin.post(
                        "firmwarehardware/list",
                        "{'filters': [{'filterBy': 'firmware', 'filterType': 'equal', 'filterValue': " + firmware.id()
                                + "}]}")
                .path("results")
                .forEach(file ->
                        files.add(file.path("hardware").path("representation").asText() + " "
                                + file.path("filename").asText()));
        return files;
    }
}
