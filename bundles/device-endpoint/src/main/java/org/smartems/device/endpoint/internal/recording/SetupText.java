// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.smartems.api.error.FieldError;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.FirmwareOffer;
import org.smartems.spi.procedure.Outcome;
import org.smartems.spi.procedure.Work;

/** The lines at the head of a file that say how the system was set up and what it decided. */
final class SetupText {

    private static final int SLOTS = 3;
    private static final Set<DeviceField> CONSTRAINED = EnumSet.of(
            DeviceField.SERIAL_NUMBER,
            DeviceField.IMSI,
            DeviceField.MODEL,
            DeviceField.REGISTRATION_ID,
            DeviceField.ENDORSEMENT_KEY,
            DeviceField.HARDWARE_VERSION);

    private final Exchange.Setting setting;
    private final List<String> lines = new ArrayList<>();

    private SetupText(Exchange.Setting setting) {
        this.setting = setting;
    }

    static List<String> of(Exchange exchange) throws Left {
        SetupText text = new SetupText(exchange.setting());
        text.addType();
        new TreeMap<>(exchange.setting().settings().values())
                .forEach((name, value) -> text.lines.add("setting " + name + " " + value));
        for (FieldError error : exchange.refused()) {
            text.addRefused(error);
        }
        if (exchange.decision().isPresent()) {
            text.addDecision(exchange.decision().get());
        }
        return text.lines;
    }

    private void addType() {
        lines.add("type " + setting.type().name());
        lines.add("deviceName " + setting.type().deviceName());
        Set<Capability> without = EnumSet.noneOf(Capability.class);
        without.addAll(setting.procedure().required());
        without.addAll(setting.procedure().supported());
        without.removeIf(setting.type()::has);
        if (!without.isEmpty()) {
            lines.add("without " + without.stream().map(Capability::id).collect(Collectors.joining(" ")));
        }
        for (DeviceField field : DeviceField.values()) {
            FieldRequirement present = setting.type().requirement(field);
            if (present
                    != (CONSTRAINED.contains(field)
                            ? setting.procedure().requirement(field)
                            : FieldRequirement.OPTIONAL)) {
                lines.add("field " + field.id() + " " + present.id());
            }
        }
        IntStream.rangeClosed(1, SLOTS).filter(setting.type()::isJson).forEach(slot -> lines.add("json " + slot));
        if (setting.identifier() != setting.procedure().identifiers().get(0)) {
            lines.add("identifiedBy " + setting.identifier().id());
        }
    }

    private void addRefused(FieldError error) throws Left {
        StringBuilder line = new StringBuilder("refused " + word(error.path()) + " " + word(error.message()));
        for (var parameter : new TreeMap<>(error.parameters()).entrySet()) {
            line.append(' ')
                    .append(parameter.getKey())
                    .append('=')
                    .append(word(parameter.getValue().toString()));
        }
        lines.add(line.toString());
    }

    private void addDecision(CheckIn decision) throws Left {
        if (decision.work().isPresent()) {
            addWork(decision.work().get());
        } else if (decision.outcome() != Outcome.NOTHING) {
            lines.add("outcome " + decision.outcome());
        }
        if (!decision.identifier().isEmpty()) {
            lines.add("identifier " + decision.identifier());
        }
        if (decision.hasTemplate()) {
            lines.add("template "
                    + IntStream.rangeClosed(1, SLOTS)
                            .filter(decision::hasConfig)
                            .mapToObj(String::valueOf)
                            .collect(Collectors.joining(" ")));
        }
    }

    private void addWork(Work work) throws Left {
        lines.add("work "
                + switch (work.kind()) {
                    case DIAGNOSE -> "diagnose";
                    case REQUEST_CONFIG -> "requestConfig";
                    case CONFIG -> (work.isJson() ? "jsonConfig " : "config ") + work.slot() + " " + work.config();
                    case FIRMWARE ->
                        "firmware " + work.slot() + " "
                                + firmware(work.firmware().orElseThrow());
                });
        if (work.command().isPresent()) {
            lines.add("command " + word(work.command().get().name()) + " "
                    + word(work.command().get().transactionId()));
        }
    }

    private static String firmware(FirmwareOffer offer) throws Left {
        String words = word(offer.version()) + " " + word(offer.url());
        return offer.md5().isEmpty() ? words : words + " " + word(offer.md5());
    }

    /** Words of a line are separated by spaces. */
    private static String word(String text) throws Left {
        if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
            throw new Left("a word of the file is empty or has a space in it");
        }
        return text;
    }
}
