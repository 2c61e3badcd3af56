// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.firmware.ExternalFile;
import org.smartems.fleet.firmware.FirmwareForm;
import org.smartems.fleet.firmware.FirmwareOrders;
import org.smartems.fleet.firmware.FirmwareView;
import org.smartems.fleet.internal.firmware.FirmwareResource;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;
import org.smartems.fleet.internal.update.UpdatePath;
import org.smartems.fleet.internal.update.UpdateSteps;
import org.smartems.fleet.template.VersionForm;
import org.smartems.platform.audit.Author;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.resource.Permission;
import org.smartems.resource.Sql;
import org.smartems.resource.testing.ResourceClient;
import org.smartems.spi.firmware.FirmwareVersioning;
import org.smartems.spi.firmware.VersionRelation;

class HardwareResourceTest extends HardwareFixture {

    @Test
    void listsWhatDevicesAreBuiltOf() {
        long id = hardware("Board", " A1 ");
        assertThat(admin.get("hardware/" + id).path("identifier").asText()).isEqualTo("A1");
        assertInvalid(() -> hardware("Board", "A1"), "name=uniqueEntity", "identifier=uniqueEntity");
        assertInvalid(() -> hardware(" ", ""), "identifier=required", "name=required");
        assertInvalid(() -> admin.post("hardware/create", "{'name': 'x', 'identifier': 'y'}"), "deviceType=required");
        admin.post("hardware/" + id, "{'name': 'Board', 'identifier': 'A2'}");
        assertThat(admin.get("hardware/" + id).path("identifier").asText()).isEqualTo("A2");
        admin.delete("hardware/" + id);
        assertRefused(() -> admin.get("hardware/" + id), "notFound");
        assertRefused(() -> admin.as(9, Permission.SMARTEMS).get("hardware/" + id), "accessDenied");
    }

    @Test
    void rulesHowASlotIsCompared() {
        long id = rule("numbers", true).path("id").asLong();
        assertInvalid(() -> rule("numbers", true), "feature=uniqueEntity");
        assertInvalid(
                () -> admin.post("firmwarerule/" + id, "{'firmwareVersioning': 'gone'}"), "firmwareVersioning=enum");
        FirmwareView goal = firmware("goal", "3");
        FirmwareView step = firmware("step", "2");
        UpdatePath path = path(goal);
        assertThat(path.versioning()).contains("numbers");
        assertThat(path.allowsDowngrade()).isTrue();
        assertThat(path.steps()).extracting(FirmwareSnapshot::id).containsExactlyInAnyOrder(goal.id(), step.id());
        admin.post("firmwarerule/" + id, "{'firmwareVersioning': 'anySchema'}");
        path = path(goal);
        assertThat(path.allowsDowngrade()).isFalse();
        assertThat(path.steps()).isEmpty();
        FirmwareOrders orders =
                new FirmwareRuleService(fleet.changes, transactions, fleet.storedTypes, fleet.versionings, fleet.audit);
        orders.order(AUTHOR, type.id(), 1, "numbers");
        assertThat(path(goal).versioning()).as("a rule that is there stays").contains("anySchema");
        admin.delete("firmwarerule/" + id);
        assertThat(path(goal).versioning()).isEmpty();
        orders.order(AUTHOR, type.id(), 1, "numbers");
        assertThat(path(goal).versioning()).contains("numbers");
        assertThat(orders.deviceTypes("numbers")).containsExactly(type.id());
        assertThat(orders.deviceTypes("anySchema")).as("by a rule").isEmpty();
    }

    @Test
    void tellsTheStepsToAFirmware() {
        UpdateSteps steps = new UpdateSteps(transactions, fleet.versionings, fleet.procedures);
        FirmwareView goal = firmware("goal", "30");
        FirmwareView second = firmware("second", "20");
        firmware("other", "beta");
        firmware("newer", "40");
        firmware("first", "010");
        FirmwareView first = firmware("again", "10");
        assertThat(steps.to(goal.id(), Sql.TRUE))
                .extracting(UpdateSteps.Step::name)
                .containsExactly("goal");
        rule("numbers", false);
        assertThat(steps.to(goal.id(), Sql.TRUE))
                .containsExactly(
                        new UpdateSteps.Step(first.id(), "again", "10", true),
                        new UpdateSteps.Step(second.id(), "second", "20", true),
                        new UpdateSteps.Step(goal.id(), "goal", "30", true));
        assertThat(steps.to(first.id(), Sql.TRUE))
                .extracting(UpdateSteps.Step::name)
                .containsExactly("again");
        assertRefused(() -> steps.to(0, Sql.TRUE), "notFound");
    }

    @Test
    void tellsTheFirmwareAloneWhereTheOrderIsOfNoUse() {
        UpdateSteps steps = new UpdateSteps(transactions, fleet.versionings, fleet.procedures);
        FirmwareView goal = firmware("goal", "30");
        firmware("second", "20");
        firmware("first", "10");
        fleet.versionings.addVersioning(new TestOrder("round", () -> VersionRelation.LOWER));
        fleet.versionings.addVersioning(new TestOrder("failing", () -> {
            throw new IllegalStateException("no luck");
        }));
        for (String order : List.of("round", "failing")) {
            long id = rule(order, false).path("id").asLong();
            assertThat(steps.to(goal.id(), Sql.TRUE))
                    .extracting(UpdateSteps.Step::name)
                    .as(order)
                    .containsExactly("goal");
            admin.delete("firmwarerule/" + id);
        }
        assertThat(fleet.versionings.plugIns())
                .filteredOn(one -> one.id().equals("versioning:round"))
                .as("it was not asked for ever")
                .allSatisfy(one -> assertThat(one.counts()).isEqualTo(new PlugIn.Counts(0, 1, 0, 0, 0)))
                .hasSize(1);
    }

    private record TestOrder(String id, Supplier<VersionRelation> answer) implements FirmwareVersioning {

        @Override
        public String label() {
            return id;
        }

        @Override
        public boolean isVersion(String version) {
            return true;
        }

        @Override
        public VersionRelation relate(String version, String other) {
            return answer.get();
        }
    }

    @Test
    void keepsAFileForEachHardware() {
        long board = hardware("Board", "A1");
        FirmwareView goal = firmware("goal", "3");
        long file = file(goal, board, "https://x/a1.bin").path("id").asLong();
        assertThat(path(goal).files())
                .isEqualTo(Map.of(
                        goal.id(),
                        Map.of("A1", new FirmwareSnapshot(file, "3", MD5, "a1.bin", Optional.of("https://x/a1.bin")))));
        assertInvalid(() -> file(goal, board, "https://x/a1.bin"), "hardware=uniqueEntity");
        assertRefused(() -> admin.delete("hardware/" + board), "deny.hardware.usedByFirmware");
        admin.delete("firmwarehardware/" + file);
        assertThat(path(goal).files()).isEmpty();
        admin.delete("hardware/" + board);
    }

    @Test
    void namesEveryBrokenRuleOfAFile() {
        FirmwareView goal = firmware("goal", "3");
        DeviceTypeView other = fleet.router("other");
        long foreign = admin.post(
                        "hardware/create", "{'deviceType': " + other.id() + ", 'name': 'Board', 'identifier': 'A1'}")
                .path("id")
                .asLong();
        assertInvalid(() -> file(goal, foreign, "https://x/a1.bin"), "hardware=choice");
        assertInvalid(() -> file(goal, 0, "https://x/a1.bin"), "hardware=choice");
        long board = hardware("Board", "A1");
        assertInvalid(() -> file(goal, board, "ftp://x"), "externalUrl=url");
        String upload = "{'firmware': " + goal.id() + ", 'hardware': " + board + ", 'sourceType': 'upload'";
        assertInvalid(() -> admin.post("firmwarehardware/create", upload + "}"), "filepath=required");
        assertInvalid(
                () -> admin.post("firmwarehardware/create", upload + ", 'filepath': 'x'}"), "filepath=tusFileNotFound");
        assertInvalid(
                () -> admin.post("firmwarehardware/create", upload + ", 'md5': 'x'}"),
                "=extraFields",
                "filepath=required");
    }

    @Test
    void leavesFilesOfFirmwareThatDevicesGet() {
        long board = hardware("Board", "A1");
        FirmwareView goal = firmware("goal", "3");
        long file = file(goal, board, "https://x/a1.bin").path("id").asLong();
        long template = fleet.templates.create(AUTHOR, type.id(), "T").id();
        long version = version(template, goal);
        fleet.templates.selectStaging(AUTHOR, version, Set.of());
        fleet.templates.selectProduction(AUTHOR, version, Set.of());
        String reason = "deny.firmwareHardware.accessDeniedUsedByProductionTemplateVersion";
        assertRefused(() -> admin.delete("firmwarehardware/" + file), reason);
        long second = hardware("Second board", "A2");
        assertRefused(() -> file(goal, second, "https://x/a2.bin"), reason);
    }

    @Test
    void showsFilesToWhoSeesTheFirmware() {
        long board = hardware("Board", "A1");
        FirmwareView goal = firmware("goal", "3");
        long file = file(goal, board, "https://x/a1.bin").path("id").asLong();
        ResourceClient stranger = admin.as(9, Permission.SMARTEMS);
        assertRefused(() -> stranger.get("firmwarehardware/" + file), "notFound");
        assertInvalid(() -> file(stranger, goal, board, "https://x/a1.bin"), "firmware=choice");
    }

    /** Whoever sees the firmware of another one, because a version of the own uses it, must not feed its devices. */
    @Test
    void onlyTheOwnerAddsFilesAndNotForDevicesOfOthers() throws Exception {
        long board = hardware("Board", "A1");
        FirmwareView goal = firmware("goal", "3");
        Author operator = Author.user(9, "operator");
        long template = fleet.templates.create(operator, type.id(), "T").id();
        version(operator, template, goal);
        ResourceClient seeing = admin.as(9, Permission.SMARTEMS);
        assertRefused(
                () -> file(seeing, goal, board, "https://x/a1.bin"), "deny.firmwareHardware.accessDeniedNotOwned");

        FirmwareView own = fleet.firmwares.refer(
                operator, new FirmwareForm(type.id(), 1, "own", "4", true), new ExternalFile("https://x/own.bin", MD5));
        long file = file(seeing, own, board, "https://x/b1.bin").path("id").asLong();
        version(operator, template, own);
        sql("insert into fleet_device (id, version, uuid, device_type_id, identifier, identifier_reported, name,"
                + " enabled, staging, template_id, created_at, updated_at) values (77, 1, 'u', " + type.id()
                + ", 's', true, 'd', true, true, " + template + ", now(), now())");
        assertRefused(
                () -> file(seeing, own, hardware("Other", "A2"), "https://x/a2.bin"),
                "deny.firmwareHardware.accessDeniedDeviceOutsideAccessScope");
        assertRefused(
                () -> seeing.delete("firmwarehardware/" + file),
                "deny.firmwareHardware.accessDeniedDeviceOutsideAccessScope");
    }

    /** No template names a step, therefore nobody whom access tags bind makes one for all devices of a type. */
    @Test
    void aStepOfSomebodyBoundIsOneOnTheWayToTheOwnFirmwareAlone() {
        rule("numbers", false);
        FirmwareView goal = firmware("goal", "30");
        firmware("second", "20");
        Author operator = Author.user(9, "operator");
        ResourceClient bound = firmwareClient().as(9, Permission.SMARTEMS);
        refer(bound, "mine", "25");
        long mine = refer(bound, "my goal", "40").path("id").asLong();
        assertThat(path(goal).steps()).extracting(FirmwareSnapshot::version).containsExactlyInAnyOrder("20", "30");
        long template = fleet.templates.create(operator, type.id(), "Mine").id();
        version(operator, template, fleet.firmwares.get(mine));
        JsonNode seen = bound.get("firmware/" + mine + "/update/path");
        assertThat(seen.findValuesAsText("version")).containsExactly("20", "25", "30", "40");
        assertThat(seen.findValuesAsText("representation")).containsExactly("20", "mine", "30", "my goal");
        assertThat(seen.get(0).has("id")).isFalse();

        bound.post("firmware/" + mine + "/duplicate", "{}");
        assertThat(path(fleet.firmwares.get(mine)).steps()).hasSize(5);
        assertThat(path(firmware("top", "50")).steps())
                .extracting(FirmwareSnapshot::version)
                .containsExactlyInAnyOrder("20", "30", "50");
    }

    private ResourceClient firmwareClient() {
        UpdateSteps steps = new UpdateSteps(transactions, fleet.versionings, fleet.procedures);
        return ResourceClient.of(transactions, new FirmwareResource(fleet.firmwares, steps));
    }

    private JsonNode refer(ResourceClient client, String name, String version) {
        return client.post(
                "firmware/create",
                "{'deviceType': " + type.id() + ", 'feature': '1', 'name': '" + name + "', 'version': '" + version
                        + "', 'sourceType': 'externalUrl', 'externalUrl': 'https://x/y.bin', 'md5': '" + MD5 + "'}");
    }

    @Test
    void keepsAnUploadedFileAsLongAsItIsNeeded() {
        long board = hardware("Board", "A1");
        FirmwareView goal = firmware("goal", "3");
        fleet.uploads.add(8, "token", "C:\\fw\\a1.bin", "abc".getBytes(StandardCharsets.US_ASCII));
        JsonNode made = upload(goal, board);
        assertThat(made.path("md5").asText()).isEqualTo(MD5);
        assertThat(made.path("filename").asText()).isEqualTo("a1.bin");
        fleet.leftFiles.run();
        assertThat(fleet.files.kept()).hasSize(1);
        fleet.firmwares.delete(AUTHOR, goal.id());
        fleet.leftFiles.run();
        assertThat(fleet.files.kept()).isEmpty();
    }

    private JsonNode rule(String versioning, boolean allowsDowngrade) {
        return admin.post(
                "firmwarerule/create",
                "{'deviceType': " + type.id() + ", 'feature': '1', 'firmwareVersioning': '" + versioning
                        + "', 'allowDowngradeFirmware': " + allowsDowngrade + "}");
    }

    private long version(long template, FirmwareView firmware) {
        return version(AUTHOR, template, firmware);
    }

    private long version(Author author, long template, FirmwareView firmware) {
        Map<Integer, Long> slots = Map.of(1, firmware.id());
        return fleet.templates
                .createStaging(author, template, new VersionForm("v", "", "", Map.of(), slots, List.of()))
                .id();
    }

    private UpdatePath path(FirmwareView goal) {
        long template = fleet.templates.create(AUTHOR, type.id(), "T").id();
        long revision = fleet.catalogue.snapshot().revision();
        return fleet.snapshots.get(version(template, goal), revision).path(1);
    }
}
