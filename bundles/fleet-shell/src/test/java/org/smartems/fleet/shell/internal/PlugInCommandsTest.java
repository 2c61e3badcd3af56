// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.platform.plugin.PlugIns;

class PlugInCommandsTest {

    private static final PlugIn.Fault FAULT =
            new PlugIn.Fault(Instant.parse("2026-11-26T10:20:30.5Z"), "IllegalStateException: \u001b[31mred\nand more");
    private static final Instant SINCE = Instant.parse("2026-11-26T09:00:00Z");
    private static final PlugIn BASIC = new PlugIn(
            named("authenticator:basic", "basic", "org.smartems.authenticator-basic"),
            PlugIn.State.SERVING,
            SINCE,
            new PlugIn.Counts(2, 40, 0, 0, 0),
            Optional.empty());
    private static final PlugIn ROUTER = new PlugIn(
            named("procedure:router", "Router", "org.smartems.procedure-router"),
            PlugIn.State.FAULTY,
            SINCE,
            new PlugIn.Counts(0, 7, 5, 3, 9),
            Optional.of(FAULT));
    private static final PlugIn SECOND = new PlugIn(
            named("procedure:router@org.example", "Router", "org.example"),
            PlugIn.State.DUPLICATE,
            SINCE,
            new PlugIn.Counts(0, 0, 0, 0, 0),
            Optional.of(FAULT));

    private final List<String> restarted = new ArrayList<>();
    private final FakeShell shell = new FakeShell()
            .with(PlugIns.class, new Fake())
            .with(DeviceTypes.class, FakeShell.fake(DeviceTypes.class, (method, arguments) -> List.of()));

    @Test
    void showsEachPlugInWithWhatWentWrong() {
        String[] lines = shell.run(new PlugInListCommand()).split("\n");
        assertThat(lines).hasSize(5);
        assertThat(cells(lines[0]))
                .containsExactly("Id", "Kind", "Bundle", "Version", "State", "Running", "Faults", "Last fault");
        assertThat(cells(lines[2]))
                .containsExactly(
                        "authenticator:basic",
                        "authenticator",
                        "org.smartems.authenticator-basic",
                        "0.1.0",
                        "serving",
                        "2",
                        "0",
                        "");
        assertThat(cells(lines[3]))
                .endsWith("faulty", "0", "5", "2026-11-26T10:20:30Z IllegalStateException: ?[31mred and more");
    }

    @Test
    void givesScriptsTheSame() {
        PlugInListCommand list = new PlugInListCommand();
        FakeShell.set(list, "json", true);
        assertThat(shell.run(list))
                .startsWith("[{\"id\":\"authenticator:basic\",\"kind\":\"authenticator\"")
                .contains("\"state\":\"faulty\",\"running\":0,\"faults\":5,\"lastFault\":\"2026-11-26T10:20:30Z ");
        PlugInInfoCommand info = about(new PlugInInfoCommand(), "procedure:router");
        info.json = true;
        assertThat(shell.run(info))
                .contains("\"provides\":\"Router\",\"since\":\"2026-11-26T09:00:00Z\","
                        + "\"calls\":7,\"stuck\":3,\"refused\":9}");
    }

    @Test
    void showsOnePlugIn() {
        String shown = shell.run(about(new PlugInInfoCommand(), "authenticator:basic"));
        assertThat(shown).containsPattern("state +[|\u2502] serving").containsPattern("calls +[|\u2502] 40");
        assertThat(shown).doesNotContain("lastFault", "deviceTypes");
    }

    @Test
    void restartsAPlugIn() {
        assertThat(shell.run(about(new PlugInRestartCommand(), "procedure:router")))
                .isEqualTo("procedure:router serves and is counted anew;"
                        + " it was faulty with 5 faults and 3 stuck calls.\n");
        assertThat(restarted).containsExactly("procedure:router");
    }

    @Test
    void doesNotRestartWhatIsNotUsed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shell.run(about(new PlugInRestartCommand(), "procedure:router@org.example")))
                .withMessage("procedure:router@org.example is duplicate: install a repaired version of its bundle");
        assertThat(restarted).isEmpty();
    }

    @Test
    void namesAPlugInThatThereIsNot() {
        for (PlugInCommand command : List.of(new PlugInInfoCommand(), new PlugInRestartCommand())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> shell.run(about(command, "router")))
                    .withMessage("There is no plug-in router: see smartems:plugin-list");
        }
        assertThat(restarted).isEmpty();
    }

    @Test
    void saysWhenTheServerIsNotReady() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new FakeShell().run(new PlugInListCommand()))
                .withMessageContaining("smartems:health");
    }

    @Test
    void completesIds() {
        PlugInCompleter completer = new PlugInCompleter();
        completer.context = shell.context();
        List<String> candidates = new ArrayList<>();
        CommandLine typed = FakeShell.fake(CommandLine.class, (method, arguments) -> switch (method) {
            case "getCursorArgument" -> "proc";
            case "getArgumentPosition" -> 4;
            default -> 0;
        });
        completer.complete(FakeShell.fake(Session.class, (method, arguments) -> null), typed, candidates);
        assertThat(candidates)
                .extracting(String::strip)
                .containsExactly("procedure:router", "procedure:router@org.example");
    }

    private static PlugIn.Named named(String id, String provides, String bundle) {
        return new PlugIn.Named(id, provides, new PlugIn.Origin(bundle, "0.1.0"));
    }

    private static <T extends PlugInCommand> T about(T command, String id) {
        command.id = id;
        return command;
    }

    private static List<String> cells(String line) {
        return List.of(line.split("[|\u2502]", -1)).stream().map(String::strip).toList();
    }

    private final class Fake implements PlugIns {

        @Override
        public List<PlugIn> all() {
            return List.of(BASIC, ROUTER, SECOND);
        }

        @Override
        public boolean restart(String id) {
            return restarted.add(id);
        }
    }
}
