// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.List;
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

    Front(FrontSettings settings, HealthChecks healthChecks) {
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
                new RoutingRule());
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
        try {
            chain.doFilter(exchange.request(), exchange.response());
        } catch (IOException | ServletException | RuntimeException e) {
            // The answer that the body is too large has left already; what follows from it is no news.
            if (!exchange.request().isBodyRefused()) {
                throw e;
            }
        }
    }
}
