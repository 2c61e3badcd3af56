// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.procedure;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.fleet.internal.PlugIns;
import org.smartems.spi.authentication.DeviceAuthenticator;

/** The ways to log in that are installed. */
@Component(service = Authenticators.class)
public final class Authenticators {

    private static final Logger LOG = LoggerFactory.getLogger(Authenticators.class);

    private final PlugIns<DeviceAuthenticator> authenticators = new PlugIns<>();

    /** Called when one appears. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addAuthenticator(DeviceAuthenticator authenticator) {
        try {
            authenticators.add(authenticator.method(), authenticator);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} is not offered", authenticator.getClass().getName(), e);
        }
    }

    /** Called when one goes away. */
    public void removeAuthenticator(DeviceAuthenticator authenticator) {
        authenticators.remove(authenticator);
    }

    /** The ways to log in that are installed, in alphabetical order. */
    public List<String> methods() {
        return authenticators.ids();
    }

    /** Whether a way to log in is installed. */
    public boolean has(String method) {
        return authenticators.find(method).isPresent();
    }
}
