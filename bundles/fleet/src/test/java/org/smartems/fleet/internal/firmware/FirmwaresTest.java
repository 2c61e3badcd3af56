// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.firmware.ExternalFile;
import org.smartems.fleet.firmware.FirmwareForm;
import org.smartems.fleet.firmware.FirmwareView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.Told;
import org.smartems.fleet.template.VersionForm;
import org.smartems.fleet.template.VersionView;
import org.smartems.spi.job.Job;
import org.smartems.testing.contract.JobContract;

class FirmwaresTest extends FleetFixture {

    private static final String MD5 = "900150983CD24FB0D6963F7D28E17F72";

    private DeviceTypeView type;

    @BeforeEach
    void makeType() {
        type = fleet.router("tk800");
    }

    @Test
    void keepsAnUploadedFile() throws Exception {
        FirmwareView firmware = upload("a", "C:\\tmp\\fw v1.bin", "abc");
        assertThat(fleet.firmwares.get(firmware.id())).isEqualTo(firmware);
        assertThat(firmware.values()).isEqualTo(new FirmwareForm(type.id(), 1, "a", "1.0"));
        assertThat(firmware.fileName()).isEqualTo("fw v1.bin");
        assertThat(firmware.md5()).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
        assertThat(firmware.size()).hasValue(3);
        assertThat(firmware.externalUrl()).isEmpty();
        assertThat(fleet.firmwares.find(type.id(), 1, "a")).contains(firmware);
    }

    @Test
    void deletesAFileWithTheLastFirmwareThatIsMadeOfIt() throws Exception {
        FirmwareView first = upload("a", "fw", "abc");
        FirmwareView second = upload("b", "fw", "abc");
        assertThat(fleet.files.kept()).hasSize(1);
        fleet.firmwares.delete(AUTHOR, first.id());
        assertThat(fleet.files.kept()).hasSize(1);
        fleet.firmwares.delete(AUTHOR, second.id());
        assertThat(fleet.files.kept()).isEmpty();
        assertRefused(() -> fleet.firmwares.get(first.id()), "notFound");
    }

    @Test
    void readsNoFileForAFormThatIsWrong() {
        InputStream untouchable = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };
        assertInvalid(
                () -> fleet.firmwares.upload(AUTHOR, new FirmwareForm(type.id(), 2, " ", ""), "/", untouchable),
                "feature=firmware.featureInvalid",
                "name=required",
                "version=required",
                "filepath=required");
    }

    @Test
    void keepsNothingOfAFileThatIsEmptyTooLongOrBroken() {
        assertInvalid(() -> upload("a", "fw", ""), "filepath=tusFileDisallowEmpty");
        assertInvalid(() -> upload("a", "fw", "x".repeat(1001)), "filepath=tusFileMaxSize");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> fleet.firmwares.upload(AUTHOR, form("a"), "fw", broken))
                .isInstanceOf(IOException.class);
        assertThat(fleet.files.kept()).isEmpty();
        assertThat(fleet.firmwares.find(type.id(), 1, "a")).isEmpty();
    }

    @Test
    void keepsNothingOfAFileWhoseNameWasTakenMeanwhile() {
        InputStream slow = new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public byte[] readAllBytes() {
                fleet.firmwares.refer(AUTHOR, form("a"), new ExternalFile("http://x/fw", MD5));
                return super.readAllBytes();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (fleet.firmwares.find(type.id(), 1, "a").isEmpty()) {
                    fleet.firmwares.refer(AUTHOR, form("a"), new ExternalFile("http://x/fw", MD5));
                }
                return super.read(buffer, offset, length);
            }
        };
        assertInvalid(() -> fleet.firmwares.upload(AUTHOR, form("a"), "fw", slow), "name=firmware.nameNotUnique");
        assertThat(fleet.files.kept()).isEmpty();
    }

    @Test
    void sendsDevicesElsewhere() {
        FirmwareView firmware = fleet.firmwares.refer(
                AUTHOR, form("a"), new ExternalFile("https://files.example/a/fw%20v1.bin?x=1", MD5));
        assertThat(firmware.externalUrl()).contains("https://files.example/a/fw%20v1.bin?x=1");
        assertThat(firmware.fileName()).isEqualTo("fw v1.bin");
        assertThat(firmware.md5()).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
        FirmwareView changed = fleet.firmwares.editExternal(
                AUTHOR, firmware.id(), "b", new ExternalFile("https://files.example", MD5));
        assertThat(changed.fileName()).isEqualTo("files.example");
        assertThat(changed.values().name()).isEqualTo("b");
        assertRefused(
                () -> fleet.firmwares.editUploaded(AUTHOR, firmware.id(), "c"), "deny.firmware.onlySourceTypeUpload");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 900150983cd24fb0d6963f7d28e17f72, externalUrl=required",
        "ftp://x/fw, 900150983cd24fb0d6963f7d28e17f72, externalUrl=url",
        "/fw, 900150983cd24fb0d6963f7d28e17f72, externalUrl=url",
        "http://x/f w, 900150983cd24fb0d6963f7d28e17f72, externalUrl=url",
        "http://x/fw, '', md5=required",
        "http://x/fw, 900150983cd24fb0d6963f7d28e17f7, md5=regex"
    })
    void refusesAddressesAndChecksumsThatAreNone(String url, String md5, String broken) {
        assertInvalid(() -> fleet.firmwares.refer(AUTHOR, form("a"), new ExternalFile(url, md5)), broken);
    }

    @Test
    void doesNotChangeWhatIsOrWasInProduction() throws Exception {
        FirmwareView firmware = upload("a", "fw", "abc");
        assertRefused(
                () -> fleet.firmwares.editExternal(AUTHOR, firmware.id(), "b", new ExternalFile("http://x", MD5)),
                "deny.firmware.onlySourceTypeExternalUrl");
        assertThat(fleet.firmwares
                        .editUploaded(AUTHOR, firmware.id(), "b")
                        .values()
                        .name())
                .isEqualTo("b");
        upload("c", "fw", "abc");
        assertInvalid(() -> fleet.firmwares.editUploaded(AUTHOR, firmware.id(), "c"), "name=firmware.nameNotUnique");
        VersionView version = version(firmware);
        assertRefused(() -> fleet.firmwares.delete(AUTHOR, firmware.id()), "deny.firmware.usedByTemplate");
        fleet.templates.selectStaging(AUTHOR, version.id(), Set.of());
        fleet.templates.selectProduction(AUTHOR, version.id(), Set.of());
        assertRefused(
                () -> fleet.firmwares.editUploaded(AUTHOR, firmware.id(), "d"),
                "deny.firmware.accessDeniedUsedByProductionTemplateVersion");
        long revision = fleet.catalogue.snapshot().revision();
        assertThat(fleet.snapshots.get(version.id(), revision).firmware(1)).hasValueSatisfying(snapshot -> {
            assertThat(snapshot.version()).isEqualTo("1.0");
            assertThat(snapshot.externalUrl()).isEmpty();
        });
    }

    @Test
    void deletesAFileAfterTheTransactionOfTheCaller() throws Exception {
        FirmwareView first = upload("a", "fw", "abc");
        FirmwareView second = upload("b", "fw", "xyz");
        assertThatThrownBy(() -> transactions.call(() -> {
                    fleet.firmwares.delete(AUTHOR, first.id());
                    throw new IllegalStateException("something else fails");
                }))
                .hasMessage("something else fails");
        transactions.run(() -> fleet.firmwares.delete(AUTHOR, second.id()));
        assertThat(fleet.files.kept()).hasSize(2);
        fleet.leftFiles.run();
        assertThat(fleet.files.kept()).hasSize(1);
        fleet.leftFiles.run();
        assertThat(fleet.firmwares.get(first.id())).isEqualTo(first);
    }

    @Test
    void copiesAFirmwareOfTheSameFileOrAddress() throws Exception {
        FirmwareView uploaded = upload("a", "fw", "abc");
        FirmwareView copy = fleet.firmwares.duplicate(AUTHOR, uploaded.id(), false);
        assertThat(copy.values()).isEqualTo(new FirmwareForm(type.id(), 1, "COPY a", "1.0"));
        assertThat(copy.uuid()).isNotEqualTo(uploaded.uuid());
        fleet.firmwares.delete(AUTHOR, uploaded.id());
        assertThat(fleet.files.kept()).hasSize(1);
        FirmwareView external = fleet.firmwares.refer(AUTHOR, form("b"), new ExternalFile("http://x/fw", MD5));
        assertThat(fleet.firmwares.duplicate(AUTHOR, external.id(), false).externalUrl())
                .contains("http://x/fw");
        assertThat(fleet.firmwares
                        .duplicate(AUTHOR, external.id(), false)
                        .values()
                        .name())
                .isEqualTo("COPY b-1");
    }

    @Test
    void tellsEveryChangeToTheAuditLog() throws Exception {
        FirmwareView external = fleet.firmwares.refer(AUTHOR, form("a"), new ExternalFile("http://x/fw", MD5));
        assertThat(fleet.audit.lines())
                .last()
                .asString()
                .contains("\"feature\": \"1\"", "\"external_url\": \"http://x/fw\"", "\"name\": \"a\"");
        fleet.firmwares.editExternal(AUTHOR, external.id(), "a", new ExternalFile("http://x/fw", MD5));
        fleet.firmwares.editExternal(AUTHOR, external.id(), "a", new ExternalFile("http://x/other", MD5));
        fleet.firmwares.delete(AUTHOR, external.id());
        FirmwareView uploaded = upload("b", "fw", "abc");
        fleet.firmwares.editUploaded(AUTHOR, uploaded.id(), "c");
        assertThat(Told.since(fleet.audit))
                .containsExactly("update Firmware", "delete Firmware", "create Firmware", "update Firmware");
    }

    @Test
    void writesNoFileInsideATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> transactions.call(() -> upload("a", "fw", "abc")));
    }

    private VersionView version(FirmwareView firmware) {
        long template = fleet.templates.create(AUTHOR, type.id(), "T").id();
        VersionForm form = new VersionForm("v", "", "", Map.of(), Map.of(1, firmware.id()), List.of());
        return fleet.templates.createStaging(AUTHOR, template, form);
    }

    private FirmwareForm form(String name) {
        return new FirmwareForm(type.id(), 1, name, "1.0");
    }

    @Nested
    class LeftFilesAsAJob implements JobContract {

        @BeforeEach
        void leaveOne() throws IOException {
            upload("a", "fw", "abc");
            FirmwareView deleted = upload("b", "fw", "xyz");
            transactions.run(() -> fleet.firmwares.delete(AUTHOR, deleted.id()));
        }

        @Override
        public Job job() {
            return fleet.leftFiles;
        }

        @Override
        public String state() {
            return new TreeSet<>(fleet.files.kept())
                    + read("select string_agg(id, ' ' order by id) from fleet_left_file");
        }
    }

    private FirmwareView upload(String name, String fileName, String content) throws IOException {
        InputStream in = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        return fleet.firmwares.upload(AUTHOR, form(name), fileName, in);
    }
}
