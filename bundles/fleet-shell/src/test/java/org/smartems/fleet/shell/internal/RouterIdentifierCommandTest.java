// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.device.RouterIdentification;
import org.smartems.platform.configuration.RouterIdentifier;

class RouterIdentifierCommandTest {

    private final Fake identification = new Fake();
    private final FakeShell shell = new FakeShell().with(RouterIdentification.class, identification);

    @Test
    void tellsAndChanges() {
        assertThat(shell.run(command(null))).isEqualTo("Routers are known by serial.\n");
        assertThat(shell.run(command("imsi"))).isEqualTo("Routers are known by imsi.\n");
    }

    @Test
    void saysWhyItStays() {
        identification.routers = true;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shell.run(command("imsi")))
                .withMessage("routerIdentifier: validation.deviceExists {deviceType=TK800}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shell.run(command("IMSI")))
                .withMessage("serial or imsi, not IMSI");
    }

    private static RouterIdentifierCommand command(String identifier) {
        RouterIdentifierCommand command = new RouterIdentifierCommand();
        command.identifier = identifier;
        return command;
    }

    private static final class Fake implements RouterIdentification {

        private RouterIdentifier current = RouterIdentifier.SERIAL;
        private boolean routers;

        @Override
        public RouterIdentifier current() {
            return current;
        }

        @Override
        public void change(RouterIdentifier identifier) {
            if (routers) {
                throw new ValidationException(List.of(FieldError.of("routerIdentifier", "validation.deviceExists")
                        .with("deviceType", "TK800")));
            }
            current = identifier;
        }
    }
}
