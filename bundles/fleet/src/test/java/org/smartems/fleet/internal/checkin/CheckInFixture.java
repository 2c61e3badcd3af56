// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.checkin.Answered;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.FakeProcedure;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.device.WorkFlags;
import org.smartems.fleet.internal.log.LogTable;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.testing.Eventually;

/** The check-in on a real database, with a router type and a gateway type. */
abstract class CheckInFixture extends FleetFixture {

    static final Function<CheckIn, DeviceResponse> OUTCOME =
            checkIn -> DeviceResponse.text("text/plain", checkIn.outcome().name());

    private static final AtomicLong IDS = new AtomicLong(1_000_000);

    final ExecutorService devices = Executors.newCachedThreadPool();
    final TestTime time = new TestTime();
    volatile Settings settings = new Settings(false, 0, 7);
    CountingTransactions counted;
    CheckInService service;
    DeviceType router;
    DeviceType gateway;

    /** The time of the database's partitions, which a test may move. */
    static final class TestTime extends Clock {
        volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void start() throws SQLException {
        for (LogTable log : LogTable.values()) {
            sql("delete from " + log.table()); // truncating every partition takes a second
        }
        sql("delete from fleet_node; delete from fleet_new_devices");
        long routers = fleet.router("router").id();
        long gateways = fleet.gateway("gateway").id();
        Catalogue.Snapshot snapshot = fleet.catalogue.refresh();
        router = snapshot.deviceType(routers).orElseThrow();
        gateway = snapshot.deviceType(gateways).orElseThrow();
        counted = new CountingTransactions(transactions);
        service = service("home");
    }

    @AfterEach
    void stop() {
        service.stop();
        devices.shutdownNow();
    }

    /** Another process, or one after a crash. */
    CheckInService service(String home) {
        CheckInService started = new Surroundings(
                        counted,
                        encryption,
                        fleet.catalogue,
                        fleet.snapshots,
                        fleet.versionings,
                        new FakeLinks(),
                        () -> settings,
                        time,
                        () -> home)
                .start();
        Eventually.until("the process is registered", started::isOpen);
        return started;
    }

    Contact contact(DeviceType type) {
        return contact(type, Optional.empty());
    }

    Contact contact(DeviceType type, Optional<Credential> credential) {
        FakeProcedure procedure = type.procedure().equals("router") ? fleet.router : fleet.gateway;
        Catalogue.Snapshot snapshot = fleet.catalogue.snapshot();
        return new Contact(
                "request-" + IDS.incrementAndGet(),
                snapshot,
                type,
                procedure.description(),
                snapshot.identifier(procedure.description()),
                credential,
                new Contact.Origin("192.0.2.9", "", "ems.example", "https://ems.example"),
                "the request".getBytes(StandardCharsets.UTF_8),
                new ArrayList<>());
    }

    static DeviceReport serial(String serial) {
        return DeviceReport.empty().with(DeviceField.SERIAL_NUMBER, serial);
    }

    /** A contact whose answer is sent. */
    String checkIn(DeviceType type, DeviceReport report) {
        Answered answered = service.checkIn(contact(type), report, OUTCOME);
        answered.delivery().written();
        return body(answered);
    }

    static String body(Answered answered) {
        return new String(answered.response().body(), StandardCharsets.UTF_8);
    }

    <T> List<Future<T>> atOnce(List<Callable<T>> work) {
        return work.stream().map(devices::submit).toList();
    }

    /** An enabled device without a template. */
    long device(DeviceType type, String serial) throws SQLException {
        long id = IDS.incrementAndGet();
        String sql =
                """
                insert into fleet_device (id, version, uuid, device_type_id, identifier, identifier_reported, name,
                    enabled, staging, created_at, updated_at)
                    values (ID, 1, 'uID', TYPE, 'SERIAL', true, 'SERIAL', true, false, now(), now());
                insert into fleet_device_state (device_id, device_type_id, serial_number)
                    values (ID, TYPE, 'SERIAL')""";
        sql(sql.replace("ID", Long.toString(id))
                .replace("TYPE", Long.toString(type.id()))
                .replace("SERIAL", serial));
        return id;
    }

    /** Gives a device a template of its own with one config in slot 1. */
    void template(DeviceType type, long device, String config) throws SQLException {
        String sql =
                """
                insert into fleet_config (id, version, uuid, device_type_id, slot, name, generator, content, created_at,
                    updated_at) values (ID, 1, 'cID', TYPE, 1, 'cID', 'twig', 'CONFIG', now(), now());
                insert into fleet_template (id, version, device_type_id, name, created_at, updated_at)
                    values (ID, 1, TYPE, 'tID', now(), now());
                insert into fleet_template_version (id, version, template_id, type, name, config1_id, created_at,
                    updated_at) values (ID, 1, ID, 'production', 'vID', ID, now(), now());
                update fleet_template set production_version_id = ID where id = ID;
                update fleet_device set template_id = ID where id = DEVICE;
                update fleet_catalogue set revision = revision + 1""";
        sql(sql.replace("ID", Long.toString(IDS.incrementAndGet()))
                .replace("TYPE", Long.toString(type.id()))
                .replace("DEVICE", Long.toString(device))
                .replace("CONFIG", config));
    }

    /** What an operator does with a flag. */
    static void change(long device, String assignments) throws SQLException {
        sql("update fleet_device_state set " + assignments + ", revision = revision + 1 where device_id = " + device);
    }

    static void request(long device, WorkFlag flag) throws SQLException {
        change(device, "flag_sequence = flag_sequence + 1, " + WorkFlags.column(flag) + " = flag_sequence + 1");
    }

    static long state(long device, String column) throws SQLException {
        return Long.parseLong(text("select " + column + " from fleet_device_state where device_id = " + device));
    }

    static long count(String from) throws SQLException {
        return Long.parseLong(text("select count(*) from " + from));
    }
}
