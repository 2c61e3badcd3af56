// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;
import org.smartems.spi.procedure.WorkStep;
import org.smartems.spi.schema.Field;

/** What the SPI's values say, so that two of them can be compared. */
final class ProcedureText {

    private ProcedureText() {}

    static String of(ProcedureDescription described) {
        Stream<String> requirements = Stream.of(DeviceField.values()).map(it -> it + " " + described.requirement(it));
        Stream<String> routes = described.routes().stream().map(ProcedureText::of);
        Stream<String> plan = described.plan().stream().map(ProcedureText::of);
        Stream<String> settings = described.settings().fields().stream().map(ProcedureText::of);
        Stream<String> rest = Stream.of(
                described.id(),
                described.label(),
                described.identifiers().toString(),
                new TreeSet<>(described.required()).toString(),
                new TreeSet<>(described.supported()).toString(),
                new TreeSet<>(described.exclusive()).toString(),
                new TreeSet<>(described.reported()).toString(),
                described.compared("v"));
        return Stream.of(rest, requirements, routes, plan, settings)
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    static String of(WorkStep step) {
        return step.kind() + " " + step.slot() + " " + step.command().orElse("inline") + " "
                + step.route().orElse("everywhere");
    }

    static String of(DeviceResponse answer) {
        String body = new String(answer.body(), StandardCharsets.ISO_8859_1);
        return answer.status() + "\n" + answer.contentType() + "\n\n" + body;
    }

    /** What a device type must have for the step to have work. */
    static Set<Capability> needs(WorkStep step) {
        Set<Capability> needs = EnumSet.noneOf(Capability.class);
        step.command().ifPresent(name -> needs.add(Capability.DEVICE_COMMANDS));
        needs.add(
                switch (step.kind()) {
                    case DIAGNOSE -> Capability.REQUEST_DIAGNOSE;
                    case REQUEST_CONFIG -> Capability.REQUEST_CONFIG;
                    case FIRMWARE -> Capability.firmware(step.slot());
                    case CONFIG -> Capability.config(step.slot());
                });
        return needs;
    }

    /** Work as the step hands it out. */
    static FakeWork example(WorkStep step) {
        FakeWork work =
                switch (step.kind()) {
                    case DIAGNOSE -> FakeWork.diagnose();
                    case REQUEST_CONFIG -> FakeWork.requestConfig();
                    case FIRMWARE -> FakeWork.firmware(step.slot(), "https://ems.example/df/t/fw.bin", "", "2.0");
                    case CONFIG -> FakeWork.config(step.slot(), "hostname \"\u00e4\"\n");
                };
        return step.command()
                .map(name -> work.asCommand(name, "3b0c8a52-52f4-4c39-8b8e-6a3a44ad1b6e"))
                .orElse(work);
    }

    private static String of(Route route) {
        return route.name() + " " + new TreeSet<>(route.methods()) + " " + route.path() + " "
                + route.carried().map(TreeSet::new);
    }

    private static String of(Field field) {
        return String.join(
                "|",
                field.name(),
                field.label(),
                field.help(),
                field.type().name(),
                field.defaultValue().toString(),
                field.options().toString());
    }
}
