// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.procedure;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.plugin.InstalledPlugIns;

/** The ways to log in that are installed. */
@Component(service = Authenticators.class)
public final class Authenticators {

    private final InstalledPlugIns plugIns;

    /** Knows what is installed at any time. */
    @Activate
    public Authenticators(@Reference InstalledPlugIns plugIns) {
        this.plugIns = plugIns;
    }

    /** The ways to log in that are installed, in alphabetical order. */
    public List<String> methods() {
        return plugIns.authenticators();
    }

    /** Whether a way to log in is installed. */
    public boolean has(String method) {
        return plugIns.authenticator(method).isPresent();
    }
}
