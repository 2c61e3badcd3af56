// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.Map;
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
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.MDC;
import org.smartems.spi.health.HealthCheck;

/** The filter that the connectors send every request through before anything else sees it. */
@Component(service = Filter.class, property = "smartems.front:Boolean=true", configurationPid = FrontSettings.PID)
@Designate(ocd = FrontConfiguration.class)
public final class FrontFilter implements Filter {

    static final String MDC_REQUEST_ID = "requestId";

    private final HealthChecks healthChecks = new HealthChecks();
    private final Routes routes = new Routes(healthChecks);
    private final Devices devices;
    private volatile Front front;

    @Activate
    public FrontFilter(FrontConfiguration configuration, @Reference DeviceQueue queue) {
        devices = new Devices(healthChecks, queue);
        configure(configuration);
    }

    /** Takes effect with the next request: the service stays registered, so no request finds the gate closed. */
    @Modified
    void configure(FrontConfiguration configuration) {
        front = new Front(FrontSettings.read(configuration), healthChecks, routes, devices);
    }

    /** Those of routes and of the service for devices come with it. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(!(|(" + Route.PATH + "=*)(" + Devices.PROPERTY + "=*)))")
    void addHealthCheck(HealthCheck check, Map<String, Object> properties) {
        healthChecks.add(check, properties.get(HealthCheck.NAME));
    }

    void removeHealthCheck(HealthCheck check) {
        healthChecks.remove(check);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(" + Route.PATH + "=*)")
    void addRoute(Filter filter, Map<String, Object> properties) {
        routes.add(filter, properties);
    }

    void removeRoute(Filter filter) {
        routes.remove(filter);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + Devices.PROPERTY + "=true)")
    void setDevices(Filter filter, Map<String, Object> properties) {
        devices.set(filter, properties);
    }

    void unsetDevices(Filter filter) {
        devices.unset(filter);
    }

    @Override
    public void init(FilterConfig config) {}

    @Override
    public void destroy() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String requestId = RequestId.next();
        MDC.put(MDC_REQUEST_ID, requestId);
        try {
            front.handle(requestId, (HttpServletRequest) request, (HttpServletResponse) response, chain);
        } finally {
            MDC.remove(MDC_REQUEST_ID);
        }
    }
}
