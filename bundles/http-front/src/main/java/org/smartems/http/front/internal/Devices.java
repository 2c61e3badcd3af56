// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import org.smartems.spi.health.HealthCheck;

/** Whoever serves devices: everything that is neither the console's nor reserved. It never reaches the container. */
final class Devices {

    /** Property of the filter's service. */
    static final String PROPERTY = "smartems.devices";

    /** Request attribute: scheme, host and port by which the device reaches this server. */
    static final String BASE_URL = "org.smartems.http.baseUrl";

    /** Request attribute: the addresses that a trusted proxy names, or nothing. */
    static final String FORWARDED_FOR = "org.smartems.http.forwardedFor";

    private final HealthChecks checks;
    private final DeviceQueue queue;
    private volatile Filter filter;

    Devices(HealthChecks checks, DeviceQueue queue) {
        this.checks = checks;
        this.queue = queue;
    }

    /** A filter that is a check as well counts once requests reach it. */
    void set(Filter next, Map<String, ?> properties) {
        filter = next;
        if (next instanceof HealthCheck check) {
            checks.add(check, properties.get(HealthCheck.NAME));
        }
    }

    /** The next one may have been set already. */
    void unset(Filter former) {
        if (former instanceof HealthCheck check) {
            checks.remove(check);
        }
        if (filter == former) {
            filter = null;
        }
    }

    void serve(Exchange exchange, Optional<URI> publicUrl) throws IOException, ServletException {
        if (filter == null) {
            exchange.refuseForNow("starting", "devices are not served yet", RetryAfter.spread());
            return;
        }
        FrontRequest request = exchange.request();
        Host host = new Host(request.getServerName(), request.getServerPort());
        if (!host.isValid()) {
            exchange.refuse(400, "Bad Request", "host is not a name or address");
            return;
        }
        // Who may call on the plain port may know no other.
        String baseUrl = publicUrl
                .filter(url -> request.isSecure())
                .map(url -> Origin.of("https", new Host(url.getHost(), url.getPort())))
                .orElseGet(() -> Origin.of(request.getScheme(), host));
        request.setAttribute(BASE_URL, baseUrl);
        request.setAttribute(FORWARDED_FOR, request.client().forwardedFor());
        queue.pass(exchange, () -> serve(exchange));
    }

    /** The filter may have gone, or another one come, while the request has waited. */
    private void serve(Exchange exchange) throws IOException, ServletException {
        Filter present = filter;
        FilterChain gone =
                (request, response) -> exchange.refuseForNow("starting", "not served any more", RetryAfter.spread());
        if (present == null) {
            gone.doFilter(exchange.request(), exchange.response());
        } else {
            present.doFilter(exchange.request(), exchange.response(), gone);
        }
    }
}
