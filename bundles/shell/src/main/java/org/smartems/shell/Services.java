// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell;

import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Looks a service up at the moment of the command. Karaf's own injection would withhold every command of a bundle,
 * also those that tell what is wrong, while one service is missing.
 */
public final class Services {

    private Services() {}

    /**
     * Lets a service do something.
     *
     * @param context that looks it up
     * @param type of the service
     * @param work done by it
     * @param <S> the service
     * @param <T> what comes of it
     * @return what the work returned
     * @throws IllegalStateException when the service is not there
     */
    public static <S, T> T use(BundleContext context, Class<S> type, Function<S, T> work) {
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
