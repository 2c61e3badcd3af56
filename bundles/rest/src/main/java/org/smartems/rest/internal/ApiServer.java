// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.ext.RuntimeDelegate;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.apache.cxf.transport.servlet.BaseUrlHelper;

/** JAX-RS by CXF: serves the given resources from its construction to {@link #close()}, never a part of them. */
final class ApiServer implements AutoCloseable {

    private static final ClassLoader CXF = ExtensionManagerBus.class.getClassLoader();
    private static final String ROOT = "/";
    private static final String ADDRESS = "org.apache.cxf.transport.endpoint.address";

    private final Bus bus;
    private final Server server;
    private final AbstractHTTPDestination destination;

    /**
     * Serves.
     *
     * @param resources one instance of each class, used by all threads
     * @param extensions apply to every resource
     */
    ApiServer(List<?> resources, List<?> extensions) {
        // what JAX-RS itself would look for by class loaders that do not see CXF
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        ExtensionManagerBus created = new ExtensionManagerBus(null, Map.of(), CXF);
        created.initialize();
        bus = created;
        try {
            server = start(resources, extensions);
        } catch (RuntimeException e) {
            bus.shutdown(true);
            throw e;
        }
        destination = (AbstractHTTPDestination) server.getDestination();
    }

    private Server start(List<?> resources, List<?> extensions) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress(ROOT);
        factory.setServiceBeans(List.copyOf(resources));
        factory.setProviders(extensions);
        return factory.create();
    }

    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(CXF);
        try {
            request.setAttribute(ADDRESS, BaseUrlHelper.getBaseURL(request) + ROOT);
            destination.invoke(null, null, request, response);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        server.destroy();
        bus.shutdown(true);
    }
}
