// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A device's request, its body read and within the limit; belongs to the thread of the request. */
@ProviderType
public interface DeviceRequest {

    /**
     * The HTTP method.
     *
     * @return in upper case; never HEAD
     */
    String method();

    /**
     * A header of the request.
     *
     * @param name in any case
     * @return its first value
     */
    Optional<String> header(String name);

    /**
     * The query of the request target, undecoded.
     *
     * @return empty without one
     */
    String query();

    /**
     * The body.
     *
     * @return not to be changed; empty without one
     */
    byte[] body();
}
