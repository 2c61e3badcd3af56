// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.Transactions;
import org.smartems.platform.authentication.Authentication;
import org.smartems.platform.configuration.Configurations;
import org.smartems.resource.Engine;
import org.smartems.rest.internal.authentication.AnonymousResource;
import org.smartems.rest.internal.authentication.AuthenticatedResource;
import org.smartems.rest.internal.authentication.AuthenticationResource;
import org.smartems.rest.internal.authentication.BearerExtension;
import org.smartems.rest.internal.error.ErrorExtension;
import org.smartems.rest.internal.export.ExportFormats;
import org.smartems.rest.internal.json.JsonExtension;
import org.smartems.rest.internal.resource.DispatchingResource;
import org.smartems.rest.internal.resource.LargeBatches;
import org.smartems.rest.internal.resource.ResourceRegistry;
import org.smartems.rest.internal.resource.RoutingExtension;
import org.smartems.spi.health.Health;
import org.smartems.spi.health.HealthCheck;

/**
 * The REST API, to which the HTTP front hands everything under its path. The service is there when all of the API is,
 * and not before; a request that meets it while it goes is handed back to the front.
 */
@Component(
        service = {Filter.class, HealthCheck.class},
        property = {"smartems.front.path=/web/api", HealthCheck.NAME + "=api"})
public final class ApiFilter implements Filter, HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ApiFilter.class);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final ApiServer server;
    /** Requests hold the lock for reading; whoever closes takes it for writing and never gives it back. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    @Activate
    public ApiFilter(
            @Reference Authentication authentication,
            @Reference Configurations configurations,
            @Reference ResourceRegistry registry,
            @Reference Transactions transactions,
            @Reference ExportFormats formats,
            @Reference LargeBatches batches) {
        this(
                List.of(
                        new AuthenticationResource(authentication),
                        new AuthenticatedResource(authentication),
                        new AnonymousResource(configurations),
                        new DispatchingResource(new Engine(transactions, formats::find, batches::queue))),
                List.of(
                        new JsonExtension(),
                        new ErrorExtension(),
                        new RoutingExtension(registry),
                        new BearerExtension(authentication)));
    }

    ApiFilter(List<?> resources, List<?> extensions) {
        this.server = new ApiServer(resources, extensions);
    }

    @Override
    public Health check() {
        return Health.up();
    }

    @Override
    public void init(FilterConfig config) {}

    @Override
    public void destroy() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!open.readLock().tryLock()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            server.serve((HttpServletRequest) request, (HttpServletResponse) response);
        } finally {
            open.readLock().unlock();
        }
    }

    /** Lets the requests that are being served end. */
    @Deactivate
    void close() throws InterruptedException {
        if (!open.writeLock().tryLock(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("Requests to the REST API are cut off: they have not ended within {} s", DRAIN.toSeconds());
        }
        server.close();
    }
}
