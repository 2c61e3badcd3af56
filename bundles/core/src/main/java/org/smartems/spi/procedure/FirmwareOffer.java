// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import org.osgi.annotation.versioning.ProviderType;

/** A firmware that a device is sent to; immutable. */
@ProviderType
public interface FirmwareOffer {

    /**
     * Where it is.
     *
     * @return an absolute URL, valid for seven days when it is one of this server
     */
    String url();

    /**
     * Its checksum.
     *
     * @return MD5, 32 lower-case hexadecimal digits; empty when nobody gave one
     */
    String md5();

    /**
     * Its version.
     *
     * @return as stored
     */
    String version();
}
