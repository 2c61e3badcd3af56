// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.credential.CredentialForm;
import org.smartems.fleet.credential.CredentialView;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.Told;
import org.smartems.spi.procedure.DeviceField;

class DeviceCredentialsTest extends FleetFixture {

    private long type;

    @BeforeEach
    void makeType() {
        type = fleet.router("tk800").id();
    }

    @Test
    void opensWhatItIsLimitedTo() throws Exception {
        CredentialView made = fleet.credentials.create(AUTHOR, form("router", " s3cret "));
        Credential known = known("router");
        assertThat(known.id()).isEqualTo(made.id());
        assertThat(known.isFor(type)).isTrue();
        assertThat(known.isFor(fleet.router("other").id())).isFalse();
        assertThat(known.matches(" s3cret ")).isTrue();
        assertThat(known.matches("s3cret")).isFalse();
        assertThat(known.toString()).doesNotContain("s3cret");
        assertThat(text("select encode(password, 'escape') from fleet_device_credential"))
                .doesNotContain("s3cret");
        assertThat(fleet.credentials.password(AUTHOR, made.id())).isEqualTo(" s3cret ");
        assertThat(fleet.credentials.find("router")).contains(made);
        assertThat(fleet.credentials.get(made.id())).isEqualTo(made);
    }

    @Test
    void keepsThePasswordThatIsNotGiven() {
        CredentialView made = fleet.credentials.create(AUTHOR, form("router", "first"));
        CredentialForm kept = new CredentialForm("renamed", Optional.empty(), true, Set.of(type));
        assertThat(fleet.credentials.edit(AUTHOR, made.id(), kept).username()).isEqualTo("renamed");
        assertThat(known("renamed").matches("first")).isTrue();
        assertThat(fleet.catalogue.snapshot().credential("router")).isEmpty();
        fleet.credentials.edit(AUTHOR, made.id(), form("renamed", "second"));
        assertThat(known("renamed").matches("second")).isTrue();
    }

    @Test
    void opensNothingOnceItsPasswordIsCleared() {
        CredentialView made = fleet.credentials.create(AUTHOR, form("router", "first"));
        fleet.credentials.edit(AUTHOR, made.id(), form("router", ""));
        assertThat(fleet.catalogue.snapshot().credential("router")).isEmpty();
        assertThat(fleet.credentials.password(AUTHOR, made.id())).isEmpty();
        fleet.credentials.edit(AUTHOR, made.id(), form("router", "second"));
        assertThat(known("router").matches("second")).isTrue();
    }

    @Test
    void refusesABlankPassword() {
        CredentialView made = fleet.credentials.create(AUTHOR, form("router", "first"));
        assertInvalid(() -> fleet.credentials.edit(AUTHOR, made.id(), form("router", "  ")), "password=required");
        assertInvalid(() -> fleet.credentials.create(AUTHOR, form("other", "")), "password=required");
    }

    @Test
    void tellsEveryChangeToTheAuditLog() {
        CredentialView made = fleet.credentials.create(AUTHOR, form("router", "first"));
        assertThat(fleet.audit.lines())
                .last()
                .asString()
                .contains("\"device_types\": [" + type + "]")
                .doesNotContain("first");
        CredentialForm kept = new CredentialForm("router", Optional.empty(), true, Set.of(type));
        fleet.credentials.edit(AUTHOR, made.id(), kept);
        assertThat(Told.since(fleet.audit)).isEmpty();
        fleet.credentials.edit(AUTHOR, made.id(), form("router", "second"));
        fleet.credentials.delete(AUTHOR, made.id());
        assertThat(Told.since(fleet.audit))
                .containsExactly("update DeviceAuthentication", "delete DeviceAuthentication");
    }

    @Test
    void opensNothingWhileItIsDisabled() {
        fleet.credentials.create(AUTHOR, new CredentialForm("router", Optional.of("x"), false, Set.of(type)));
        assertThat(known("router").isFor(type)).isFalse();
    }

    @Test
    void namesEveryBrokenRule() {
        assertInvalid(
                () -> fleet.credentials.create(AUTHOR, new CredentialForm(" ", Optional.empty(), true, Set.of())),
                "username=required",
                "password=required",
                "deviceTypes=countMin");
        CredentialView made = fleet.credentials.create(AUTHOR, form("router", "x"));
        assertInvalid(() -> fleet.credentials.create(AUTHOR, form("router", "y")), "username=uniqueEntity");
        assertInvalid(
                () -> fleet.credentials.edit(
                        AUTHOR,
                        made.id(),
                        new CredentialForm("router", Optional.of("x".repeat(256)), true, Set.of(0L))),
                "password=lengthMax",
                "deviceTypes=choice");
    }

    @Test
    void releasesTheDevicesThatAreBoundToItWhenItIsDeleted() throws Exception {
        CredentialView made = fleet.credentials.create(AUTHOR, form("router", "x"));
        fleet.devices.create(AUTHOR, type, DeviceForm.named("d").with(DeviceField.SERIAL_NUMBER, "RF1"));
        sql("update fleet_device_state set bound_credential_id = " + made.id());
        long revision = Long.parseLong(text("select revision from fleet_device_state"));
        fleet.credentials.delete(AUTHOR, made.id());
        assertThat(text("select bound_credential_id from fleet_device_state")).isNull();
        assertThat(text("select revision from fleet_device_state")).isEqualTo(String.valueOf(revision + 1));
        assertThat(fleet.catalogue.snapshot().credential("router")).isEmpty();
        assertRefused(() -> fleet.credentials.get(made.id()), "notFound");
    }

    @Test
    void leavesOutACredentialThatCannotBeOpened() throws Exception {
        fleet.credentials.create(AUTHOR, form("good", "x"));
        fleet.credentials.create(AUTHOR, form("bad", "x"));
        sql("update fleet_device_credential set password = 'broken' where username = 'bad';"
                + " update fleet_catalogue set revision = revision + 1");
        fleet.catalogue.refresh();
        assertThat(fleet.catalogue.snapshot().credential("good")).isPresent();
        assertThat(fleet.catalogue.snapshot().credential("bad")).isEmpty();
    }

    private Credential known(String username) {
        return fleet.catalogue.snapshot().credential(username).orElseThrow();
    }

    private CredentialForm form(String username, String password) {
        return new CredentialForm(username, Optional.of(password), true, Set.of(type));
    }
}
