// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.checkin.CredentialRefused;
import org.smartems.platform.configuration.RouterIdentifier;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.testing.Eventually;

class IdentityTest extends CheckInFixture {

    private static final DeviceReport SIM = DeviceReport.empty().with(DeviceField.IMSI, "262");

    @Test
    void makesAnUnknownDeviceDisabledWithItsFacts() throws SQLException {
        assertThat(checkIn(router, serial("S1").with(DeviceField.MODEL, "TK815").withConfig(1, "its config")))
                .isEqualTo("CREATED");
        assertThat(text("select concat_ws('|', d.identifier, d.identifier_reported, d.name, d.enabled, d.staging,"
                        + " s.serial_number, s.model, s.revision) from fleet_device d join fleet_device_state s"
                        + " on s.device_id = d.id"))
                .isEqualTo("S1|t|S1|f|f|S1|TK815|1");
        assertThat(count("fleet_communication_log l join fleet_device d on d.id = l.device_id"
                        + " where l.message_id = 'deviceCreate'"))
                .isOne();
        assertThat(count("fleet_config_log l join fleet_device d on d.id = l.device_id"))
                .isOne();
        assertThat(checkIn(router, serial("S1"))).isEqualTo("DISABLED");
    }

    @Test
    void twentyFirstContactsOfOneSerialMakeOneDevice() throws Exception {
        List<Callable<String>> contacts = Collections.nCopies(20, () -> checkIn(router, serial("S1")));
        List<String> outcomes = new ArrayList<>();
        for (Future<String> contact : atOnce(contacts)) {
            outcomes.add(contact.get());
        }
        assertThat(count("fleet_device")).isOne();
        assertThat(outcomes).hasSize(20).containsOnlyOnce("CREATED").containsOnly("CREATED", "DISABLED");
        assertThat(count("fleet_check_in")).isEqualTo(20);
    }

    @Test
    void theSameSerialAtAnotherTypeIsAnotherDevice() throws SQLException {
        assertThat(checkIn(router, serial("S1"))).isEqualTo("CREATED");
        assertThat(checkIn(gateway, serial("S1"))).isEqualTo("CREATED");
        assertThat(count("fleet_device where identifier = 'S1'")).isEqualTo(2);
    }

    @Test
    void aTakenNameDoesNotHoldAFirstContactUp() throws SQLException {
        long device = device(router, "other");
        sql("update fleet_device set name = 'S1' where id = " + device);
        assertThat(checkIn(router, serial("S1"))).isEqualTo("CREATED");
        assertThat(count("fleet_device where name = 'S1-1' and identifier = 'S1'"))
                .isOne();
    }

    @Test
    void makesNoDeviceOfAReportThatMayNot() throws SQLException {
        assertThat(checkIn(router, serial("S1").withoutCreating())).isEqualTo("UNKNOWN");
        assertThat(count("fleet_device")).isZero();
        assertThat(count("fleet_communication_log where message_id = 'routerSerialDoesntExist'"))
                .isOne();
    }

    @Test
    void boundsTheNewDevicesOfACredentialWithinAnHour() throws SQLException {
        settings = new Settings(false, 3, 7);
        CheckInService limited = service("limited");
        Optional<Credential> first = Optional.of(new Credential(1, "a", "p", true, Set.of(router.id())));
        Optional<Credential> second = Optional.of(new Credential(2, "b", "p", true, Set.of(router.id())));
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            outcomes.add(body(limited.checkIn(contact(router, first), serial("S" + i), OUTCOME)));
        }
        assertThat(outcomes)
                .containsExactly("CREATED", "CREATED", "CREATED", "TOO_MANY_NEW_DEVICES", "TOO_MANY_NEW_DEVICES");
        assertThat(count("fleet_device")).isEqualTo(3);
        assertThat(count("fleet_check_in")).isEqualTo(3);
        assertThat(body(limited.checkIn(contact(router, first), serial("S1"), OUTCOME)))
                .isEqualTo("DISABLED");
        assertThat(body(limited.checkIn(contact(router, second), serial("S9"), OUTCOME)))
                .isEqualTo("CREATED");
        time.now = time.now.plus(Duration.ofHours(1));
        assertThat(body(limited.checkIn(contact(router, first), serial("S4"), OUTCOME)))
                .isEqualTo("CREATED");
        limited.stop();
    }

    @Test
    void aLimitThatIsRaisedOrSwitchedOffIsGoodAtOnce() {
        settings = new Settings(false, 1, 7);
        assertThat(checkIn(router, serial("S1"))).isEqualTo("CREATED");
        assertThat(checkIn(router, serial("S2"))).isEqualTo("TOO_MANY_NEW_DEVICES");
        settings = new Settings(false, 2, 7);
        assertThat(checkIn(router, serial("S2"))).isEqualTo("CREATED");
        assertThat(checkIn(router, serial("S3"))).isEqualTo("TOO_MANY_NEW_DEVICES");
        settings = new Settings(false, 0, 7);
        assertThat(checkIn(router, serial("S3"))).isEqualTo("CREATED");
    }

    @Test
    void aSimThatMovesIsTakenFromItsFormerRouter() throws SQLException {
        long former = device(router, "S1");
        checkIn(router, serial("S1").with(DeviceField.IMSI, "262"));
        long now = device(router, "S2");
        checkIn(router, serial("S2").with(DeviceField.IMSI, "262"));

        assertThat(count("fleet_device_state where imsi = '262' and device_id = " + now))
                .isOne();
        assertThat(count("fleet_device_state where imsi is null and revision = 2 and device_id = " + former))
                .isOne();
        assertThat(count("fleet_communication_log where message_id = 'routerInvalidatedImsiChanged' and device_id = "
                        + former))
                .isOne();
        assertThat(count("fleet_communication_log where message_id = 'routerInvalidatedLostIdentifier'"))
                .isZero();

        checkIn(router, serial("S1").with(DeviceField.IMSI, "262"));
        assertThat(count("fleet_device_state where imsi = '262' and device_id = " + former))
                .isOne();
        assertThat(count("fleet_device_state where imsi is null and device_id = " + now))
                .isOne();
    }

    @Test
    void aRouterThatReportsAnotherSimMeanwhileKeepsIt() throws Exception {
        long former = device(router, "S1");
        checkIn(router, serial("S1").with(DeviceField.IMSI, "262"));
        device(router, "S2");
        Future<String> taking;
        try (Connection other = POSTGRES.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update fleet_device_state set imsi = '263' where device_id = " + former);
            taking = devices.submit(() -> checkIn(router, serial("S2").with(DeviceField.IMSI, "262")));
            Eventually.until("somebody waits for the row", IdentityTest::isSomebodyWaiting);
            other.commit();
        }
        assertThat(taking.get()).isEqualTo("NOTHING");
        assertThat(text("select imsi from fleet_device_state where device_id = " + former))
                .isEqualTo("263");
        assertThat(count("fleet_communication_log where message_id = 'routerInvalidatedImsiChanged'"))
                .isZero();
    }

    private static boolean isSomebodyWaiting() {
        try {
            return count("pg_locks where not granted") > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSimOfAnotherTypeStaysWhereItIs() throws SQLException {
        long other = device(gateway, "S1");
        sql("update fleet_device_state set imsi = '262' where device_id = " + other);
        checkIn(router, serial("S1").with(DeviceField.IMSI, "262"));
        assertThat(count("fleet_device_state where imsi = '262'")).isEqualTo(2);
    }

    @Test
    void aNewRouterTakesASerialNumberFromAnotherSim() throws SQLException {
        identifyBySim();
        checkIn(router, SIM.with(DeviceField.SERIAL_NUMBER, "S1"));
        assertThat(checkIn(
                        router,
                        DeviceReport.empty().with(DeviceField.IMSI, "263").with(DeviceField.SERIAL_NUMBER, "S1")))
                .isEqualTo("CREATED");
        assertThat(text("select d.identifier from fleet_device d join fleet_device_state s on s.device_id = d.id"
                        + " where s.serial_number = 'S1'"))
                .isEqualTo("263");
        assertThat(count("fleet_communication_log where message_id = 'routerInvalidatedSerialChanged'"))
                .isOne();
    }

    @Test
    void aRouterThatLosesWhatIdentifiesItFallsBackToItsName() throws SQLException {
        long former = device(router, "262");
        sql("update fleet_device_state set imsi = '262', serial_number = null; update fleet_device set name = 'Old'");
        checkIn(router, serial("S1").with(DeviceField.IMSI, "262"));
        assertThat(text("select identifier || identifier_reported from fleet_device where id = " + former))
                .isEqualTo("Oldfalse");
        assertThat(count("fleet_communication_log where message_id = 'routerInvalidatedLostIdentifier' and level = 4"))
                .isOne();
    }

    @Test
    void aRouterWithoutSimIsMadeAndFoundByItsSerialNumber() throws Exception {
        identifyBySim();
        List<Callable<String>> contacts = Collections.nCopies(8, () -> checkIn(router, serial("S1")));
        List<String> outcomes = new ArrayList<>();
        for (Future<String> contact : atOnce(contacts)) {
            outcomes.add(contact.get());
        }
        assertThat(outcomes).containsOnlyOnce("CREATED").containsOnly("CREATED", "DISABLED");
        assertThat(text("select identifier || identifier_reported from fleet_device"))
                .isEqualTo("S1false");

        assertThat(checkIn(router, serial("S1").with(DeviceField.IMSI, "262"))).isEqualTo("DISABLED");
        assertThat(text("select identifier || identifier_reported from fleet_device"))
                .isEqualTo("262true");
        assertThat(checkIn(router, serial("S1"))).isEqualTo("DISABLED");
        assertThat(count("fleet_device")).isOne();
    }

    @Test
    void aDeletedDeviceIsMadeAnew() throws SQLException {
        long device = device(router, "S1");
        assertThat(checkIn(router, serial("S1"))).isEqualTo("NOTHING");
        sql("delete from fleet_device where id = " + device);
        assertThat(checkIn(router, serial("S1"))).isEqualTo("CREATED");
    }

    @Test
    void refusesACredentialThatNoLongerHolds() throws SQLException {
        device(router, "S1");
        Optional<Credential> unknown = Optional.of(new Credential(1, "gone", "p", true, Set.of(router.id())));
        Contact contact = contact(router, unknown);
        assertThat(body(service.checkIn(contact, serial("S1"), OUTCOME)))
                .as("nothing has changed since it was authenticated")
                .isEqualTo("NOTHING");
        sql("update fleet_catalogue set revision = revision + 1");
        assertThatThrownBy(() -> service.checkIn(contact, serial("S1"), OUTCOME))
                .isInstanceOf(CredentialRefused.class);
        assertThat(count("fleet_check_in")).isOne();
    }

    @Test
    void refusesAnotherCredentialThanTheDevicesOwn() throws SQLException {
        long device = device(router, "S1");
        sql("update fleet_device_type set bind_identity = true; update fleet_catalogue set revision = revision + 1");
        router = fleet.catalogue.refresh().deviceType(router.id()).orElseThrow();
        Optional<Credential> own = Optional.of(new Credential(1, "a", "p", true, Set.of(router.id())));
        Optional<Credential> other = Optional.of(new Credential(2, "b", "p", true, Set.of(router.id())));
        service.checkIn(contact(router, own), serial("S1"), OUTCOME);
        assertThat(state(device, "bound_credential_id")).isOne();
        assertThatThrownBy(() -> service.checkIn(contact(router, other), serial("S1"), OUTCOME))
                .isInstanceOf(CredentialRefused.class);
        assertThat(count("fleet_check_in")).isOne();
        service.checkIn(contact(router, own), serial("S1"), OUTCOME);
    }

    private void identifyBySim() {
        fleet.configurations.setRouterIdentifier(RouterIdentifier.IMSI);
        fleet.catalogue.refresh();
    }
}
