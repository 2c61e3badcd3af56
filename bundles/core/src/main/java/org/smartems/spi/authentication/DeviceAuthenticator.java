// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.authentication;

import org.osgi.annotation.versioning.ConsumerType;

/** One way in which devices prove who they are; register it as a service. Safe for use by many threads. */
@ConsumerType
public interface DeviceAuthenticator {

    /**
     * What a device type names to choose this way.
     *
     * @return stable and unique within the system: {@code basic}, {@code digest}, {@code x509}, or one of a third party
     */
    String method();

    /**
     * Judges a request. Never waits: throttling of failures and their log belong to the platform.
     *
     * @param request what the device sent
     * @return the verdict
     */
    Verdict authenticate(AuthenticationRequest request);

    /**
     * What a request without credentials is asked for.
     *
     * @param request what the device sent
     * @return the value of the header {@code WWW-Authenticate} (RFC 7235 section 4.1); empty when there is none
     */
    String challenge(AuthenticationRequest request);
}
