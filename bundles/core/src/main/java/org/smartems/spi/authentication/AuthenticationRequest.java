// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.authentication;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What an authenticator sees of a device's request; belongs to the thread of the request. */
@ProviderType
public interface AuthenticationRequest {

    /**
     * The HTTP method.
     *
     * @return in upper case
     */
    String method();

    /**
     * The request target as the device sent it (RFC 7230 section 5.3), undecoded, with the query.
     *
     * @return path and query, or the absolute form when the device sent that
     */
    String target();

    /**
     * A header of the request.
     *
     * @param name in any case
     * @return its first value
     */
    Optional<String> header(String name);

    /**
     * The client certificate that TLS has proved possession of, and its chain; not checked against any authority.
     *
     * @return the client's own first; empty without one
     */
    List<X509Certificate> clientCertificates();

    /**
     * Looks a credential up among those that are enabled and allowed for the device type that was called.
     *
     * @param username as the device sent it
     * @return empty when there is none, for whatever reason
     */
    Optional<DeviceCredential> credential(String username);

    /**
     * A keyed hash (HMAC-SHA-256) for nonces: every node of the system gives the same result, other authenticators
     * give another.
     *
     * @param data what to authenticate
     * @return 32 bytes
     */
    byte[] mac(byte[] data);
}
