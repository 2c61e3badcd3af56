// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.device.DeviceCommands;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.platform.audit.Author;

class DeviceCommandsTest {

    private final List<String> asked = new ArrayList<>();
    private final FakeShell shell = new FakeShell()
            .with(DeviceTypes.class, FakeShell.fake(DeviceTypes.class, (method, arguments) -> null))
            .with(
                    Devices.class,
                    FakeShell.fake(
                            Devices.class,
                            (method, arguments) -> List.of(DeviceChoiceTest.device(7, 10, "RF1", Set.of()))))
            .with(DeviceCommands.class, FakeShell.fake(DeviceCommands.class, this::answer));

    @Test
    void cancelsAllThatAreOpenOrOne() {
        CommandCancelCommand command = new CommandCancelCommand();
        command.word = "RF1";
        assertThat(shell.run(command)).isEqualTo("Command t1 is cancelled.\nCommand t2 is cancelled.\n");
        command.transaction = "t1";
        shell.run(command);
        assertThat(asked).containsExactly("shell 7 Optional.empty", "shell 7 Optional[t1]");
    }

    @Test
    void retriesTheLatest() {
        CommandRetryCommand command = new CommandRetryCommand();
        command.word = "RF1";
        assertThat(shell.run(command)).isEqualTo("reinstallConfig1 of device RF1 is on.\n");
        assertThat(asked).containsExactly("shell 7 Optional.empty");
    }

    private Object answer(String method, Object[] arguments) {
        asked.add(((Author) arguments[0]).name() + " " + arguments[1] + " " + arguments[2]);
        return method.equals("cancel") ? List.of("t1", "t2") : WorkFlag.REINSTALL_CONFIG1;
    }
}
