// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.util.function.BiConsumer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.Container;

/** Gives the plain connector, which Pax Web adds only after this configuration, the same limits and a name. */
final class PlainConnectors implements Container.Listener {

    private final BiConsumer<String, ServerConnector> limit;

    PlainConnectors(BiConsumer<String, ServerConnector> limit) {
        this.limit = limit;
    }

    @Override
    public void beanAdded(Container parent, Object child) {
        if (child instanceof ServerConnector connector
                && connector.getConnectionFactory(SslConnectionFactory.class) == null) {
            limit.accept("http", connector);
        }
    }

    @Override
    public void beanRemoved(Container parent, Object child) {}
}
