// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The rules of one configuration in their order. */
final class Front {

    static final String REQUEST_ID = "org.smartems.http.requestId";

    private final Proxies proxies;
    private final SecurityHeaders securityHeaders;
    private final List<Rule> rules;
    private final Routes routes;
    private final Devices devices;
    private final Optional<URI> publicUrl;
    private final boolean apiRequired;

    Front(FrontSettings settings, HealthChecks healthChecks, Routes routes, Devices devices) {
        this.routes = routes;
        this.devices = devices;
        this.publicUrl = settings.publicUrl();
        this.apiRequired = settings.requiredChecks().contains(ReadinessRule.API);
        this.proxies = new Proxies(settings.trustedProxies(), settings.rfc7239());
        this.securityHeaders = new SecurityHeaders(settings.contentSecurityPolicy(), settings.hstsMaxAge());
        this.rules = List.of(
                new PathRule(),
                new MethodRule(),
                new HostRule(settings.allowedHosts()),
                new ConnectorRule(settings),
                new HealthRule(healthChecks, settings.requiredChecks()),
                new CorsRule(settings.corsAllowedOrigins()),
                new ReadinessRule(healthChecks, settings.requiredChecks()),
                new ApiMethodRule(),
                new BodyLimitRule(settings),
                new RoutingRule(routes));
    }

    void handle(String requestId, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(REQUEST_ID, requestId);
        Exchange exchange = new Exchange(
                requestId, new FrontRequest(request, proxies.client(request)), new FrontResponse(response, requestId));
        securityHeaders.apply(exchange);
        for (Rule rule : rules) {
            if (rule.answers(exchange)) {
                return;
            }
        }
        exchange.ignoringRefusedBody(() -> serve(exchange, chain));
    }

    /** A route that is looked for and not found, or found and just going, is an API that is away, never a page. */
    private void serve(Exchange exchange, FilterChain chain) throws IOException, ServletException {
        if (Paths.isDevices(exchange.path())) {
            devices.serve(exchange, publicUrl);
            return;
        }
        Optional<Route> route = routes.find(exchange.path());
        if (route.isPresent()) {
            exchange.request().routeTo(route.get().path());
            route.get()
                    .filter()
                    .doFilter(
                            exchange.request(),
                            exchange.response(),
                            (request, response) -> exchange.refuseForNow("starting", "not served any more"));
        } else if (!Paths.isConsole(exchange.path()) || apiRequired && Paths.isUnder(exchange.path(), Paths.API)) {
            exchange.refuseForNow("starting", "not served any more");
        } else {
            chain.doFilter(exchange.request(), exchange.response());
        }
    }
}
