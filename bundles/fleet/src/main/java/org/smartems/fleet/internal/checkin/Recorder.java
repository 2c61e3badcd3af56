// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.checkin.LogLine;
import org.smartems.fleet.internal.device.DeviceFacts;
import org.smartems.fleet.internal.log.LogIds;
import org.smartems.fleet.internal.log.LogTable;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.LogLevel;

/** Turns contacts into rows, on the threads of their callers: the thread that writes has less to do. */
final class Recorder {

    private final LogIds ids;
    private final Encryption encryption;

    Recorder(LogIds ids, Encryption encryption) {
        this.ids = ids;
        this.encryption = encryption;
    }

    /** The record of a decision and its answer. */
    CheckInRecord decided(Situation situation, Decision decision, Trail trail, DeviceResponse response) {
        Contact contact = situation.contact();
        SealedLines lines = begin(contact, situation.type(), situation.now());
        trail.before().forEach(lines::add);
        lines.add(new LogLine(LogLevel.INFO, "incomingRequest", Map.of()));
        long[] decided = decision.lines().stream().mapToLong(lines::add).toArray();
        trail.within().forEach(lines::add);
        lines.add(new LogLine(LogLevel.DEBUG, "requestProcessed", Map.of()));
        Map<String, Object> answered = Map.of(
                "deviceName", situation.type().deviceName(),
                "deviceType", situation.type().name(),
                "identifier", decision.result().identifier());
        lines.add(new LogLine(LogLevel.DEBUG, "responseDebug", answered), response.body());
        return new CheckInRecord(
                ids.next(),
                situation.now(),
                contact.requestId(),
                situation.type().id(),
                credential(contact),
                decision.result().outcome().name().toLowerCase(Locale.ROOT),
                situation.device().enabled(),
                situation.device().accessTags(),
                decision.result().work(),
                decision.state().facts(),
                lines.all(),
                configs(decision, decided, situation.now()),
                seenAgain(decision),
                decision.diagnose().map(data -> diagnose(data, decided, situation.now())),
                decision.commands());
    }

    private record Ending(String outcome, Optional<DeviceSnapshot> device) {}

    /** The record of a contact of which no device is known. */
    CheckInRecord ended(Contact contact, Instant now, String outcome, List<LogLine> more) {
        return logged(contact, now, new Ending(outcome, Optional.empty()), more);
    }

    /** The record of a contact that failed, of a device that may be known. */
    CheckInRecord failed(Contact contact, Instant now, Optional<DeviceSnapshot> device) {
        return logged(contact, now, new Ending("failed", device), List.of());
    }

    private CheckInRecord logged(Contact contact, Instant now, Ending ending, List<LogLine> more) {
        SealedLines lines = begin(contact, contact.deviceType(), now);
        contact.trail().forEach(lines::add);
        more.forEach(lines::add);
        Optional<DeviceSnapshot> device = ending.device();
        DeviceFacts facts = device.map(known -> known.state().facts()).orElse(DeviceFacts.NONE);
        Contact.Origin origin = contact.origin();
        return new CheckInRecord(
                ids.next(),
                now,
                contact.requestId(),
                contact.deviceType().id(),
                credential(contact),
                ending.outcome(),
                device.map(DeviceSnapshot::enabled).orElse(false),
                device.map(DeviceSnapshot::accessTags).orElse(DeviceSnapshot.UNTAGGED),
                Optional.empty(),
                new DeviceFacts(
                        facts.fields(),
                        facts.firmwareVersions(),
                        origin.forwardedFor(),
                        origin.address(),
                        origin.host(),
                        facts.customData()),
                lines.all(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private SealedLines begin(Contact contact, DeviceType type, Instant now) {
        SealedLines lines = new SealedLines(ids, encryption, now);
        Map<String, Object> parameters = Map.of("deviceName", type.deviceName(), "deviceType", type.name());
        lines.add(new LogLine(LogLevel.DEBUG, "requestDebug", parameters), contact.content());
        return lines;
    }

    private List<SealedContent> configs(Decision decision, long[] lines, Instant now) {
        List<SealedContent> sealed = new ArrayList<>();
        for (ReceivedConfig config : decision.configs()) {
            if (config.isNew()) {
                ConfigMark mark = config.mark();
                byte[] plain = config.content().getBytes(StandardCharsets.UTF_8);
                byte[] content = encryption.encrypt(LogTable.CONFIG_LOG.content(now, mark.id()), plain);
                sealed.add(new SealedContent(mark.id(), lines[config.line()], config.slot(), mark.md5(), content));
            }
        }
        return sealed;
    }

    private static List<ConfigMark> seenAgain(Decision decision) {
        return decision.configs().stream()
                .filter(config -> !config.isNew())
                .map(ReceivedConfig::mark)
                .toList();
    }

    private SealedContent diagnose(ReceivedDiagnose data, long[] lines, Instant now) {
        long id = ids.next();
        byte[] plain = data.content().getBytes(StandardCharsets.UTF_8);
        byte[] content = encryption.encrypt(LogTable.DIAGNOSE_LOG.content(now, id), plain);
        return new SealedContent(id, lines[data.line()], 0, "", content);
    }

    private static OptionalLong credential(Contact contact) {
        return contact.credential().isPresent()
                ? OptionalLong.of(contact.credential().get().id())
                : OptionalLong.empty();
    }
}
