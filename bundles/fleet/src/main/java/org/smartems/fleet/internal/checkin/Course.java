// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.smartems.fleet.checkin.LogLine;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.command.CommandChange;
import org.smartems.fleet.internal.command.OpenCommand;
import org.smartems.fleet.internal.delivery.Delivering;
import org.smartems.fleet.internal.delivery.Fate;
import org.smartems.fleet.internal.device.DeviceFacts;
import org.smartems.fleet.internal.template.TemplateSnapshot;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.Outcome;
import org.smartems.spi.procedure.Work;

/** One decision while it is made: the situation does not change, everything else does. Belongs to one thread. */
final class Course {

    final Situation situation;
    final Tools tools;
    DeviceFacts facts;
    Flags flags;
    final List<OpenCommand> open;
    int retryCount;
    boolean critical;
    OptionalLong boundCredential;
    Optional<Delivering> delivering;
    Optional<Delivering> handedOut = Optional.empty();
    final Map<Integer, ConfigMark> configLog;
    final Map<DeviceField, String> claims = new HashMap<>();
    final List<ReceivedConfig> configs = new ArrayList<>();
    Optional<ReceivedDiagnose> diagnose = Optional.empty();

    private final Set<WorkFlag> bySelf = EnumSet.noneOf(WorkFlag.class);
    private final List<LogLine> lines = new ArrayList<>();
    private final List<CommandChange> commandChanges = new ArrayList<>();

    Course(Situation situation, Tools tools) {
        this.situation = situation;
        this.tools = tools;
        DeviceState state = situation.device().state();
        this.facts = state.facts();
        this.flags = state.flags();
        this.open = new ArrayList<>(state.commands());
        this.retryCount = state.commandRetryCount();
        this.critical = state.lastCommandCritical();
        this.boundCredential = state.boundCredential();
        this.delivering = state.delivering().filter(this::isUnderWay);
        this.configLog = new HashMap<>(state.configLog());
    }

    /** Of the answers of other processes nothing is known; what this one has lost is requested again. */
    private boolean isUnderWay(Delivering note) {
        if (!note.node().equals(tools.node())) {
            return true;
        }
        Fate fate = tools.fates().of(situation.device().id(), note);
        if (fate == Fate.LOST) {
            Flags.of(note.kind(), note.slot()).ifPresent(flag -> flags = flags.set(flag));
        }
        return fate == Fate.OPEN;
    }

    /** Adds a line and tells its position. */
    int log(LogLevel level, String messageId, Map<String, Object> parameters) {
        lines.add(new LogLine(level, messageId, parameters));
        return lines.size() - 1;
    }

    /** Adds a line with something that people can have shown. */
    void logContent(LogLevel level, String messageId, String content) {
        lines.add(new LogLine(level, messageId, Map.of("deviceName", deviceName()), content));
    }

    void log(LogLevel level, String messageId) {
        log(level, messageId, Map.of());
    }

    void change(CommandChange change) {
        commandChanges.add(change);
    }

    /** Requests work that no person has asked for: it is requested anew with the next contact if need be. */
    void requestBySelf(WorkFlag flag) {
        flags = flags.set(flag);
        bySelf.add(flag);
    }

    boolean isRequestedBySelf(WorkFlag flag) {
        return bySelf.contains(flag);
    }

    Delivering delivering(WorkFlag flag, long sequence) {
        return new Delivering(flag.kind().name(), flag.slot(), sequence, tools.node());
    }

    static Map<String, Object> with(Map<String, Object> parameters, String name, Object value) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(name, value);
        return more;
    }

    Optional<TemplateSnapshot> template() {
        return situation.template();
    }

    String deviceName() {
        return situation.type().deviceName();
    }

    String identifier() {
        return situation.device().identifier();
    }

    Map<String, Object> deviceAndIdentifier() {
        return Map.of("deviceName", deviceName(), "identifier", identifier());
    }

    /** A device that people made without it is told by another fact once, and by its identifier from then on. */
    private Optional<String> takesIdentifier() {
        DeviceSnapshot device = situation.device();
        return situation
                .report()
                .field(situation.contact().identifier())
                .filter(value -> device.isKnown() && !device.isIdentified());
    }

    Decision decided(Outcome outcome, Optional<Work> work) {
        Set<Integer> configSlots =
                template().map(version -> version.configs().keySet()).orElse(Set.of());
        Result result = new Result(outcome, identifier(), work, template().isPresent(), configSlots);
        DeviceState state = new DeviceState(
                situation.device().state().revision(),
                facts,
                flags,
                delivering,
                open,
                retryCount,
                critical,
                boundCredential,
                configLog);
        return new Decision(
                result, state, lines, configs, diagnose, commandChanges, handedOut, claims, takesIdentifier());
    }
}
