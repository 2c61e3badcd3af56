// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.Arrays;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.smartems.fleet.device.RouterIdentification;
import org.smartems.platform.configuration.RouterIdentifier;
import org.smartems.shell.Services;

/** Changes what routers are known by, or tells it. */
@Service
@Command(
        scope = "smartems",
        name = "router-identifier",
        description = "Tells or changes what routers are known by; it stays as it is while there are routers")
public final class RouterIdentifierCommand extends FleetAction {

    @Argument(name = "identifier", description = "serial or imsi; without it the present one is shown")
    @Completion(
            value = StringsCompleter.class,
            values = {"serial", "imsi"})
    String identifier;

    @Override
    protected void run() {
        RouterIdentifier current = Services.use(context, RouterIdentification.class, identification -> {
            if (identifier != null) {
                identification.change(wanted());
            }
            return identification.current();
        });
        print("Routers are known by " + current.value() + ".");
    }

    private RouterIdentifier wanted() {
        return Arrays.stream(RouterIdentifier.values())
                .filter(known -> known.value().equals(identifier))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("serial or imsi, not " + identifier));
    }
}
