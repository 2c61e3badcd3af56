// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.checkin.LogLine;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.command.OpenCommand;
import org.smartems.fleet.internal.config.ConfigSnapshot;
import org.smartems.fleet.internal.config.TestConfigs;
import org.smartems.fleet.internal.customdata.CustomData;
import org.smartems.fleet.internal.delivery.Delivering;
import org.smartems.fleet.internal.delivery.Fate;
import org.smartems.fleet.internal.device.DeviceFacts;
import org.smartems.fleet.internal.firmware.AnySchema;
import org.smartems.fleet.internal.firmware.FirmwareSnapshot;
import org.smartems.fleet.internal.firmware.VersionOrder;
import org.smartems.fleet.internal.store.VariablesConverter;
import org.smartems.fleet.internal.template.TemplateSnapshot;
import org.smartems.fleet.internal.update.UpdatePath;
import org.smartems.spi.firmware.FirmwareVersioning;
import org.smartems.spi.procedure.CommandReport;
import org.smartems.spi.procedure.CommandStatus;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;

/** A device in some state that reports something: what is decided then? Each decision becomes the next state. */
final class DecisionCase {

    static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    static final String NODE = "this-process";
    static final DeviceReport SERIAL = DeviceReport.empty().with(DeviceField.SERIAL_NUMBER, "S1");

    final TestType type;
    DeviceField identifier = DeviceField.SERIAL_NUMBER;
    Optional<Credential> credential = Optional.empty();
    boolean isKnown = true;
    boolean enabled = true;
    boolean hasTemplate = true;
    Instant now = NOW;
    String variables = "[]";
    DeviceState state = DeviceState.NEW;
    int configLogDays = 7;
    Fate fate = Fate.LEFT;
    final Map<Integer, ConfigSnapshot> configs = new HashMap<>();
    final Map<Integer, FirmwareSnapshot> firmware = new HashMap<>();
    UpdatePath path = UpdatePath.STRAIGHT;

    /** Lets an order of versions fail. */
    UnaryOperator<VersionOrder> order = it -> it;

    private final AtomicLong numbers = new AtomicLong(100);
    private final Tools tools = new Tools(
            NODE,
            (device, work) -> fate,
            numbers::incrementAndGet,
            () -> "transaction-" + numbers.incrementAndGet(),
            new FirmwareUrls(new FakeLinks()),
            id -> Stream.<FirmwareVersioning>of(new AnySchema(), new FakeOrder())
                    .filter(order -> order.id().equals(id))
                    .findFirst()
                    .map(VersionOrder::of)
                    .map(it -> order.apply(it)),
            VariablesConverter::read,
            () -> configLogDays);

    private DecisionCase(TestType type) {
        this.type = type;
        facts(new DeviceFacts(Map.of(DeviceField.SERIAL_NUMBER, "S1"), Map.of(), "", "", "", CustomData.NONE));
    }

    static DecisionCase router() {
        return new DecisionCase(TestType.router());
    }

    static DecisionCase gateway() {
        return new DecisionCase(TestType.gateway());
    }

    DecisionCase firmware(String version) {
        firmware.put(
                1, new FirmwareSnapshot(5, version, "d41d8cd98f00b204e9800998ecf8427e", "fw.bin", Optional.empty()));
        return this;
    }

    DecisionCase config(int slot, String text) {
        configs.put(slot, TestConfigs.of(slot, text));
        return this;
    }

    DecisionCase set(WorkFlag flag) {
        Flags flags = state.flags().set(flag);
        return state(flags, state.delivering(), state.commands());
    }

    DecisionCase delivering(Delivering delivering) {
        return state(state.flags(), Optional.of(delivering), state.commands());
    }

    DecisionCase open(OpenCommand... commands) {
        return state(state.flags(), state.delivering(), List.of(commands));
    }

    DecisionCase retries(int count, boolean critical) {
        state = new DeviceState(
                state.revision(),
                state.facts(),
                state.flags(),
                state.delivering(),
                state.commands(),
                count,
                critical,
                state.boundCredential(),
                state.configLog());
        return this;
    }

    private DecisionCase state(Flags flags, Optional<Delivering> delivering, List<OpenCommand> commands) {
        state = new DeviceState(
                state.revision(),
                state.facts(),
                flags,
                delivering,
                commands,
                state.commandRetryCount(),
                state.lastCommandCritical(),
                state.boundCredential(),
                state.configLog());
        return this;
    }

    private DecisionCase facts(DeviceFacts facts) {
        state = new DeviceState(
                state.revision(),
                facts,
                state.flags(),
                state.delivering(),
                state.commands(),
                state.commandRetryCount(),
                state.lastCommandCritical(),
                state.boundCredential(),
                state.configLog());
        return this;
    }

    /** Decides and goes on from there. */
    Decision decide(DeviceReport report) {
        String value = report.field(identifier).orElse("S1");
        DeviceSnapshot device = isKnown
                ? new DeviceSnapshot(
                        7,
                        value,
                        true,
                        "Name of it",
                        enabled,
                        hasTemplate ? OptionalLong.of(3) : OptionalLong.empty(),
                        variables,
                        DeviceSnapshot.UNTAGGED,
                        state)
                : DeviceSnapshot.unknown(value);
        Optional<TemplateSnapshot> template = hasTemplate && isKnown ? Optional.of(version()) : Optional.empty();
        Decision decision =
                new Decider(tools).decide(new Situation(contact(), type.build(), report, device, template, now));
        state = decision.state();
        return decision;
    }

    private TemplateSnapshot version() {
        return new TemplateSnapshot(3, configs, firmware, Map.of(1, path));
    }

    Contact contact() {
        Contact.Origin origin = new Contact.Origin("192.0.2.9", "198.51.100.4", "ems.example", "https://ems.example");
        return new Contact(
                "r1",
                new FakeSnapshot(1, List.of(type.build()), List.of()),
                type.build(),
                type.procedure,
                identifier,
                credential,
                origin,
                new byte[0],
                new ArrayList<>());
    }

    static Credential credential(long id) {
        return new Credential(id, "user" + id, "secret", true, Set.of(1L));
    }

    /** An open command that was handed out before. */
    static OpenCommand command(String name, String transactionId, String kind, int slot) {
        return new OpenCommand(50, NOW.minusSeconds(60), name, transactionId, kind, slot, NOW.plusSeconds(60));
    }

    static DeviceReport reported(String name, String transactionId, CommandStatus status) {
        return SERIAL.withCommand(
                CommandReport.of(name, transactionId, status).withError("downloaderror", "812", "it broke"));
    }

    static List<String> ids(Decision decision) {
        return decision.lines().stream().map(LogLine::messageId).toList();
    }

    static LogLine line(Decision decision, String messageId) {
        return decision.lines().stream()
                .filter(line -> line.messageId().equals(messageId))
                .findFirst()
                .orElseThrow(() -> new AssertionError(messageId + " is not among " + ids(decision)));
    }
}
