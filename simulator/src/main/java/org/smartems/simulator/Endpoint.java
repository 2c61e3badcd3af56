// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.net.URI;
import java.util.Objects;

/**
 * Where and how a device reaches its server; immutable.
 *
 * @param url scheme, host and port of the server, then the route prefix of the device type; no slash at the end
 * @param credentials of the device
 * @param trust in the server
 * @param connection how connections are used
 */
public record Endpoint(URI url, Credentials credentials, Trust trust, ConnectionPolicy connection) {

    /** Refuses an address that is no HTTP address. */
    public Endpoint {
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(trust, "trust");
        Objects.requireNonNull(connection, "connection");
        String scheme = url.getScheme();
        if (!("https".equals(scheme) || "http".equals(scheme)) || url.getHost() == null) {
            throw new IllegalArgumentException(url + " is no address such as https://host:port/prefix");
        }
        String text = url.toString();
        url = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }

    /**
     * Connections as devices in the field use them.
     *
     * @param url server and route prefix
     * @param credentials of the device
     * @param trust in the server
     * @return an endpoint with a connection for each check-in
     */
    public static Endpoint of(URI url, Credentials credentials, Trust trust) {
        return new Endpoint(url, credentials, trust, ConnectionPolicy.fresh());
    }

    /**
     * The same server with other use of connections.
     *
     * @param other how they are used
     * @return a copy
     */
    public Endpoint with(ConnectionPolicy other) {
        return new Endpoint(url, credentials, trust, other);
    }
}
