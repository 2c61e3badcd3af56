// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.History;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.firmware.FirmwareOrders;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.platform.plugin.PlugIns;

/** What an administrator looks at before a plug-in is removed. */
class PlugInUsersTest {

    private final List<DeviceTypeView> types = List.of(type(1, "TK800", "anySchema"), type(2, "TK900", "numbers"));
    private final FakeShell shell = new FakeShell()
            .with(
                    PlugIns.class,
                    FakeShell.fake(
                            PlugIns.class,
                            (method, arguments) -> List.of(
                                    plugIn("versioning:numbers"), plugIn("versioning:gone"), plugIn("generator:twig"))))
            .with(DeviceTypes.class, FakeShell.fake(DeviceTypes.class, (method, arguments) -> types))
            .with(
                    FirmwareOrders.class,
                    FakeShell.fake(
                            FirmwareOrders.class,
                            (method, arguments) -> arguments[0].equals("numbers") ? Set.of(1L) : Set.of()));

    @Test
    void namesTheTypesThatCompareFirmwareByAVersioning() {
        assertThat(info("versioning:numbers")).contains("\"deviceTypes\":[\"TK800\",\"TK900\"]");
        assertThat(info("versioning:gone")).doesNotContain("deviceTypes");
    }

    @Test
    void saysThatItDoesNotLookAtConfigs() {
        assertThat(info("generator:twig"))
                .contains("\"configs\":\"not looked at\"")
                .doesNotContain("deviceTypes");
    }

    @Test
    void completesADeviceByTheBeginningOfItsIdentifier() {
        DeviceCompleter completer = new DeviceCompleter();
        completer.context = new FakeShell()
                .with(
                        Devices.class,
                        FakeShell.fake(
                                Devices.class,
                                (method, arguments) -> method.equals("identifiers") && arguments[0].equals("rf")
                                        ? List.of("RF1", "RF2")
                                        : null))
                .context();
        CommandLine typed = FakeShell.fake(CommandLine.class, (method, arguments) -> switch (method) {
            case "getCursorArgument" -> "rf";
            case "getArgumentPosition" -> 2;
            default -> 0;
        });
        List<String> candidates = new ArrayList<>();
        completer.complete(FakeShell.fake(Session.class, (method, arguments) -> null), typed, candidates);
        assertThat(candidates).extracting(String::strip).containsExactly("RF1", "RF2");
    }

    private String info(String id) {
        PlugInInfoCommand command = new PlugInInfoCommand();
        command.id = id;
        command.json = true;
        return shell.run(command);
    }

    private static PlugIn plugIn(String id) {
        return new PlugIn(
                new PlugIn.Named(id, "", PlugIn.Origin.UNKNOWN),
                PlugIn.State.SERVING,
                Instant.EPOCH,
                new PlugIn.Counts(0, 0, 0, 0, 0),
                Optional.empty());
    }

    private static DeviceTypeView type(long id, String name, String versioning) {
        DeviceTypeForm form = new DeviceTypeForm(
                name, "Router", "", "none", "", Set.of(), Map.of(), Map.of(), Map.of(), versioning, null);
        History history = new History(Instant.EPOCH, Instant.EPOCH, OptionalLong.empty(), OptionalLong.empty());
        return new DeviceTypeView(id, name, true, true, false, form, history);
    }
}
