// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.authentication;

import org.osgi.annotation.versioning.ProviderType;

/** A credential that devices use; immutable. */
@ProviderType
public interface DeviceCredential {

    /**
     * The name that devices send.
     *
     * @return as stored
     */
    String username();

    /**
     * The shared password, for schemes that hash it together with other things.
     *
     * @return in clear; neither to be kept nor to be logged
     */
    String password();

    /**
     * Compares a password in a time that does not depend on where it differs.
     *
     * @param password as the device sent it
     * @return true when it is the password
     */
    boolean matches(String password);
}
