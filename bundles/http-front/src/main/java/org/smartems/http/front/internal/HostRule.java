// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;
import java.util.Set;

/** Serves only the configured host names, where there are any; but whoever asks for the health may use an address. */
final class HostRule implements Rule {

    private final Set<String> allowed;

    HostRule(Set<String> allowed) {
        this.allowed = allowed;
    }

    @Override
    public boolean answers(Exchange exchange) throws IOException {
        if (Paths.isUnder(exchange.path(), Paths.HEALTH)) {
            return false;
        }
        String name = exchange.request().getServerName();
        if (!allowed.isEmpty() && !allowed.contains(Host.normalized(name))) {
            return exchange.refuse(421, "Misdirected Request", "host is not in allowedHosts");
        }
        return false;
    }
}
