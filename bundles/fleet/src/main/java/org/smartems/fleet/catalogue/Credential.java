// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.smartems.spi.authentication.DeviceCredential;

/**
 * A credential that devices use; immutable.
 *
 * @param id of the credential
 * @param username unique
 * @param password in clear, never to be logged
 * @param enabled a disabled one opens nothing
 * @param deviceTypes ids of the types it is limited to
 */
public record Credential(long id, String username, String password, boolean enabled, Set<Long> deviceTypes)
        implements DeviceCredential {

    /**
     * Whether devices of a type may use it.
     *
     * @param deviceType id of the type
     * @return false while it is disabled
     */
    public boolean isFor(long deviceType) {
        return enabled && deviceTypes.contains(deviceType);
    }

    @Override
    public boolean matches(String given) {
        return MessageDigest.isEqual(password.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Credential[" + id + ", " + username + "]";
    }
}
