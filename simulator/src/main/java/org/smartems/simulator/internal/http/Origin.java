// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.http;

import java.net.URI;

/** A server as a connection sees it. */
record Origin(boolean tls, String host, int port) {

    static Origin of(URI uri) {
        boolean tls = "https".equals(uri.getScheme());
        String host = uri.getHost();
        int port = uri.getPort() < 0 ? (tls ? 443 : 80) : uri.getPort();
        return new Origin(tls, host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
    }
}
