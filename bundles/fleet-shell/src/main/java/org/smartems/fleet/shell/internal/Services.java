// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.shell.internal;

import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Looks a service up at the moment of the command, so that a command can say that the server is not ready. */
final class Services {

    private Services() {}

    static <S, T> T use(BundleContext context, Class<S> type, Function<S, T> work) {
        ServiceReference<S> reference = context.getServiceReference(type);
        S service = reference == null ? null : context.getService(reference);
        if (service == null) {
            throw new IllegalStateException("The server is not ready for this: see smartems:health");
        }
        try {
            return work.apply(service);
        } finally {
            context.ungetService(reference);
        }
    }
}
