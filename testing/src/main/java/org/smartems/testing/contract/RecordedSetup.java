// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.Outcome;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.schema.Field;
import org.smartems.spi.schema.FieldType;

/**
 * The lines of a recorded exchange that say how the system is set up, and what it decides.
 *
 * <pre>
 * outcome CREATED                    or any other but WORK; NOTHING when nothing is said
 * work diagnose
 * work requestConfig
 * work config SLOT TEXT
 * work jsonConfig SLOT DOCUMENT
 * work firmware SLOT VERSION URL [MD5]
 * command NAME TRANSACTION           makes the work a command
 * refused PATH MESSAGE [NAME=VALUE]  the platform refuses the report; one line for each error
 * identifier TEXT                    by what the device is known
 * template [SLOT...]                 the device has one, with configs in these slots
 * identifiedBy FIELD                 as DeviceField names it on the wire
 * setting NAME VALUE
 * type NAME                          of the device type
 * deviceName NAME                    what its devices are called
 * json SLOT                          the slot is one of JSON
 * without CAPABILITY...              as Capability names it on the wire
 * field FIELD REQUIREMENT            both as on the wire
 * </pre>
 */
final class RecordedSetup {

    private final FakeDeviceType type;
    private final Map<String, Object> settings = new HashMap<>();
    private final ProcedureDescription procedure;
    private final FakeDeviceExchange exchange;
    private FakeCheckIn decision = FakeCheckIn.of(Outcome.NOTHING);
    private final List<FieldError> refused = new ArrayList<>();
    private Integer[] configs;
    private FakeWork work;
    private String typeName = "Example type";
    private String deviceName = "Device";

    private RecordedSetup(ProcedureDescription procedure) {
        this.procedure = procedure;
        this.type = FakeDeviceType.of(procedure);
        this.exchange = FakeDeviceExchange.of(procedure);
    }

    static FakeDeviceExchange of(ProcedureDescription procedure, List<String> lines) {
        RecordedSetup setup = new RecordedSetup(procedure);
        lines.forEach(setup::read);
        if (setup.work != null) {
            setup.decision = FakeCheckIn.handing(setup.work).identifier(setup.decision.identifier());
        }
        if (setup.configs != null) {
            setup.decision = setup.decision.template(setup.configs);
        }
        if (!setup.refused.isEmpty()) {
            setup.exchange.failing(new ValidationException(setup.refused));
        }
        return setup.exchange
                .deviceType(setup.type.named(setup.typeName, setup.deviceName))
                .settings(setup.settings)
                .deciding(setup.decision);
    }

    private void read(String line) {
        String[] halves = line.split(" ", 2);
        String value = halves.length > 1 ? halves[1] : "";
        switch (halves[0]) {
            case "outcome" -> decision = FakeCheckIn.of(Outcome.valueOf(value)).identifier(decision.identifier());
            case "identifier" -> decision = decision.identifier(value);
            case "template" -> configs = words(value).map(Integer::valueOf).toArray(Integer[]::new);
            case "refused" -> refused.add(error(value.split(" ")));
            case "work" -> work = work(value);
            case "command" -> work = work.asCommand(value.split(" ")[0], value.split(" ")[1]);
            case "identifiedBy" -> exchange.identifiedBy(field(value));
            case "setting" -> setting(value.split(" ", 2));
            default -> readType(halves[0], value);
        }
    }

    private static FieldError error(String... words) {
        FieldError error = FieldError.of(words[0], words[1]);
        for (String word : List.of(words).subList(2, words.length)) {
            String[] halves = word.split("=", 2);
            boolean isNumber = halves[1].matches("[0-9]{1,18}");
            error = error.with(halves[0], isNumber ? (Object) Long.valueOf(halves[1]) : Message.unescaped(halves[1]));
        }
        return error;
    }

    private void setting(String[] words) {
        String text = Message.unescaped(words[1]);
        FieldType type = procedure.settings().field(words[0]).map(Field::type).orElse(FieldType.TEXT);
        settings.put(
                words[0],
                switch (type) {
                    case BOOLEAN -> bool(text);
                    case INTEGER -> Long.valueOf(text);
                    case NUMBER -> Double.valueOf(text);
                    default -> text;
                });
    }

    private static boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("a setting that is true or false, not " + text);
        }
        return text.equals("true");
    }

    private void readType(String name, String value) {
        switch (name) {
            case "type" -> typeName = value;
            case "deviceName" -> deviceName = value;
            case "json" -> type.json(Integer.parseInt(value));
            case "without" ->
                type.without(words(value).map(RecordedSetup::capability).toArray(Capability[]::new));
            case "field" -> type.field(field(value.split(" ")[0]), requirement(value.split(" ")[1]));
            default -> throw new IllegalArgumentException("unknown line # @" + name);
        }
    }

    private static FakeWork work(String value) {
        String[] words = value.split(" ", 3);
        return switch (words[0]) {
            case "diagnose" -> FakeWork.diagnose();
            case "requestConfig" -> FakeWork.requestConfig();
            case "config" -> FakeWork.config(Integer.parseInt(words[1]), Message.unescaped(words[2]));
            case "jsonConfig" -> FakeWork.jsonConfig(Integer.parseInt(words[1]), Message.unescaped(words[2]));
            case "firmware" -> firmware(Integer.parseInt(words[1]), words[2].split(" "));
            default -> throw new IllegalArgumentException("unknown work " + value);
        };
    }

    private static FakeWork firmware(int slot, String... words) {
        return FakeWork.firmware(slot, words[1], words.length > 2 ? words[2] : "", words[0]);
    }

    private static Stream<String> words(String value) {
        return Stream.of(value.split(" ")).filter(word -> !word.isEmpty());
    }

    private static DeviceField field(String id) {
        return Stream.of(DeviceField.values())
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static FieldRequirement requirement(String id) {
        return Stream.of(FieldRequirement.values())
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Capability capability(String id) {
        return Stream.of(Capability.values())
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
