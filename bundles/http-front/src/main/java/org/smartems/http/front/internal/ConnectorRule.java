// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** What each port serves. */
final class ConnectorRule implements Rule {

    private final Optional<URI> publicUrl;
    private final int httpsPort;
    private final boolean devicesOverHttp;

    ConnectorRule(FrontSettings settings) {
        this.publicUrl = settings.publicUrl();
        this.httpsPort = settings.httpsPort();
        this.devicesOverHttp = settings.devicesOverHttp();
    }

    @Override
    public boolean answers(Exchange exchange) throws IOException {
        String path = exchange.path();
        boolean served =
                switch (exchange.connector()) {
                    case "https", "http" -> true;
                    case "devices" -> Paths.isRouterOrFirmware(path);
                    case "devicesExtra" -> Paths.isRouterOrFirmware(path) || !Paths.isReserved(path);
                    default -> false;
                };
        if (!served) {
            return exchange.refuse(404, "Not Found", "not served on this port");
        }
        boolean open = exchange.request().isSecure() || devicesOverHttp && Paths.isRouterOrFirmware(path);
        return !open && answersPlain(exchange);
    }

    private boolean answersPlain(Exchange exchange) throws IOException {
        if (!exchange.isSafe()) {
            return exchange.refuse(403, "use https", "plain HTTP");
        }
        Host host = new Host(exchange.request().getServerName(), httpsPort);
        if (publicUrl.isEmpty() && !host.isValid()) {
            return exchange.refuse(400, "Bad Request", "host is not a name or address");
        }
        return exchange.redirect(308, origin(host) + exchange.target());
    }

    private String origin(Host host) {
        return Origin.of(
                "https",
                publicUrl.map(url -> new Host(url.getHost(), url.getPort())).orElse(host));
    }
}
